# An outside cancellation and a child's failure in one: the failure wins, the request is kept.
import asyncio


async def child():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("child failed")


async def parent():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
            await asyncio.sleep(5)
    except* ValueError as errors:
        print(errors.exceptions, asyncio.current_task().cancelling())
    await asyncio.sleep(0)
    print("parent goes on")


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(1)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
