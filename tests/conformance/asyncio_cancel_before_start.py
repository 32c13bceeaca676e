# A task that was cancelled before its first step never runs a line of its coroutine.
import asyncio


async def never():
    print("not printed")


async def main():
    task = asyncio.create_task(never())
    task.cancel("early")
    print(task.cancelling(), task.done())
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args, task.cancelled())


asyncio.run(main())
