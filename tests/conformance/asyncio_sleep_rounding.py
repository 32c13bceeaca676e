# 0.1 three times over is not 0.3, and the timers know it.
import asyncio


async def steps():
    for _ in range(3):
        await asyncio.sleep(0.1)
    print("three steps", asyncio.get_running_loop().time())


async def once():
    await asyncio.sleep(0.3)
    print("one nap", asyncio.get_running_loop().time())


async def main():
    await asyncio.gather(steps(), once())


asyncio.run(main())
