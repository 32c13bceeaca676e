# An async generator that is left in the middle is closed by the loop's end at the latest.
import asyncio


async def numbers():
    try:
        n = 0
        while True:
            yield n
            n += 1
            await asyncio.sleep(1)
    finally:
        await asyncio.sleep(1)
        print("numbers closed at", asyncio.get_running_loop().time())


async def main():
    source = numbers()
    async for n in source:
        print(n)
        if n == 2:
            break
    print("left the loop")
    await source.aclose()
    print("closed by hand")
    other = numbers()
    print(await anext(other))
    main.kept = other


asyncio.run(main())
