# Whoever leaves an async for early leaves a generator that its loop closes, in a task.
import asyncio


async def numbers(name):
    try:
        for n in range(10):
            yield n
    finally:
        await asyncio.sleep(1)
        print(name, "closed at", asyncio.get_running_loop().time())


async def first(name):
    async for n in numbers(name):
        return n


async def main():
    print(await first("one"))
    print("left")
    await asyncio.sleep(0.5)
    print(await first("two"), len(asyncio.all_tasks()))
    await asyncio.sleep(2)
    generator = numbers("three")
    generator.asend(None)
    print("never begun")


asyncio.run(main())
