# Timers that add up to the same moment by different sums.
import asyncio


async def walk(name, steps):
    for seconds in steps:
        await asyncio.sleep(seconds)
    print(name, asyncio.get_running_loop().time())


async def main():
    await asyncio.gather(walk("thirds", [0.1, 0.2]), walk("whole", [0.3]), walk("tiny", [0.1, 0.1, 0.1]))


asyncio.run(main())
