# All the timers that came due meanwhile fire in their own order.
import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    for when in (3, 1, 2, 1, 5):
        loop.call_later(when, print, "timer", when)
    asyncio.create_task(asyncio.sleep(0))
    time.sleep(4)
    print("blocked until", loop.time())
    await asyncio.sleep(0)
    print("one turn later")
    await asyncio.sleep(2)


asyncio.run(main())
