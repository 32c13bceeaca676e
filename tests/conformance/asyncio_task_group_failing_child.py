# One failure cancels the siblings; the group raises when all have ended.
import asyncio


async def steady(name):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print(name, "cancelled")
        await asyncio.sleep(1)
        raise


async def fails():
    await asyncio.sleep(1)
    raise ValueError("first")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(steady("a"))
            group.create_task(fails())
            group.create_task(steady("b"))
            await asyncio.sleep(10)
            print("never reached")
    except ExceptionGroup as errors:
        print(errors, errors.exceptions, asyncio.get_running_loop().time())


asyncio.run(main())
