import asyncio


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


async def main():
    print(await asyncio.create_task(asyncio.wait_for(numbers().asend(None), 1)))
    print("go on")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(await asyncio.wait_for(numbers().asend(None), 1))
    await asyncio.sleep(0.1)


asyncio.run(main())
