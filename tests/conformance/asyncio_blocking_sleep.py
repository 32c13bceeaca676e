# time.sleep holds the thread: nobody else runs, and timers come late.
import asyncio
import time


async def ticker():
    for n in range(3):
        print("tick", n, asyncio.get_running_loop().time())
        await asyncio.sleep(0.5)


async def blocker():
    await asyncio.sleep(0.25)
    print("blocking")
    time.sleep(2)
    print("unblocked")


async def main():
    await asyncio.gather(ticker(), blocker())


asyncio.run(main())
