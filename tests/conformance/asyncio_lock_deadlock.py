# exit: 1
# Two locks taken in two orders.
import asyncio


async def worker(name, first, second):
    async with first:
        print(name, "has one")
        await asyncio.sleep(1)
        async with second:
            print(name, "has both")


async def main():
    red, blue = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(worker("a", red, blue), worker("b", blue, red))


asyncio.run(main())
