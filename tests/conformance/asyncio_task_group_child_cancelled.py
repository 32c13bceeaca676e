# A child that is cancelled alone is no failure of the group.
import asyncio


async def nap(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    async with asyncio.TaskGroup() as group:
        long = group.create_task(nap(5))
        short = group.create_task(nap(2))
        await asyncio.sleep(1)
        long.cancel()
    print(long.cancelled(), short.result(), asyncio.get_running_loop().time())


asyncio.run(main())
