# When the waiter is gone and the shielded work fails, the loop's handler is told.
import asyncio


async def work():
    await asyncio.sleep(2)
    raise ValueError("inside the shield")


async def main():
    waiting = asyncio.create_task(asyncio.wait_for(asyncio.shield(work()), 1))
    print(repr((await asyncio.gather(waiting, return_exceptions=True))[0]))
    await asyncio.sleep(2)
    print("end")


asyncio.run(main())
