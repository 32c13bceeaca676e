# The outside cancellation comes in the moment in which the last child ends.
import asyncio


async def parent():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.sleep(1))
        print("group left")
        await asyncio.sleep(1)
        return "finished"
    except asyncio.CancelledError:
        print("cancelled")
        raise


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(1, task.cancel)
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
