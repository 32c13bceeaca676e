# Cancelled from outside in the moment of the timeout: the cancellation goes on.
import asyncio


async def worker():
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(10)
    except TimeoutError:
        print("timeout", asyncio.current_task().cancelling())
    except asyncio.CancelledError:
        print("cancelled", asyncio.current_task().cancelling())
        raise


async def main():
    loop = asyncio.get_running_loop()
    for delay in (0.5, 1):
        task = asyncio.create_task(worker())
        await asyncio.sleep(0)
        loop.call_later(delay, task.cancel)
        print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
