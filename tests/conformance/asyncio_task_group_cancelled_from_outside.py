import asyncio


async def child(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def parent():
    async with asyncio.TaskGroup() as group:
        group.create_task(child("a"))
        group.create_task(child("b"))
    print("not reached")


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(1)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as error:
        print("parent cancelled", error.args, task.cancelled())


asyncio.run(main())
