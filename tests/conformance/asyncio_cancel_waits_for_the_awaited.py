# Cancelling a task that awaits another cancels the other first, and waits for it.
import asyncio


async def slow_to_stop():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("stopping takes two seconds")
        await asyncio.sleep(2)
        raise


async def waiter(task):
    try:
        await task
    except asyncio.CancelledError:
        print("waiter told at", asyncio.get_running_loop().time())
        raise


async def main():
    task = asyncio.create_task(slow_to_stop())
    waiting = asyncio.create_task(waiter(task))
    await asyncio.sleep(1)
    waiting.cancel()
    await asyncio.wait([waiting])
    print(task.cancelled(), waiting.cancelled())


asyncio.run(main())
