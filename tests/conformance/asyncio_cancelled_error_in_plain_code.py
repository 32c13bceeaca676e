# CancelledError can be raised by hand; a task that lets it out counts as cancelled.
import asyncio


async def gives_up():
    await asyncio.sleep(1)
    raise asyncio.CancelledError("by hand")


async def main():
    task = asyncio.create_task(gives_up())
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args, task.cancelled(), task.cancelling())
    try:
        task.exception()
    except asyncio.CancelledError as error:
        print("exception() raises too", error.args)


asyncio.run(main())
