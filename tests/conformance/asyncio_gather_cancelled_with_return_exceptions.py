# return_exceptions does not swallow the cancellation of the gather itself.
import asyncio


async def nap(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, "ends")


async def main():
    async def waiter():
        return await asyncio.gather(nap("a"), nap("b"), return_exceptions=True)

    task = asyncio.create_task(waiter())
    await asyncio.sleep(1)
    task.cancel()
    try:
        print(await task)
    except asyncio.CancelledError:
        print("cancelled")


asyncio.run(main())
