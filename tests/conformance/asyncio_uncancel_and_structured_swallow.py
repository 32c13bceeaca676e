# Code that swallows a request must uncancel, or a later timeout is taken for an outside cancellation.
import asyncio


async def worker(tidy):
    task = asyncio.current_task()
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        if tidy:
            task.uncancel()
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(10)
    except TimeoutError:
        return "timeout"
    except asyncio.CancelledError:
        return "cancelled"


async def main():
    for tidy in (True, False):
        task = asyncio.create_task(worker(tidy))
        await asyncio.sleep(1)
        task.cancel()
        print(tidy, await task, task.cancelling())


asyncio.run(main())
