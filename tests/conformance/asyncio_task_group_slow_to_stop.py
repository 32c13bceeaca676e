# A body that swallows the group's cancellation still ends with the group's errors.
import asyncio


async def fails():
    await asyncio.sleep(1)
    raise OSError("disk")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError as error:
                print("swallowed", error.args)
            await asyncio.sleep(1)
            print("body ends on its own")
    except* OSError as errors:
        print(errors.exceptions, asyncio.current_task().cancelling())


asyncio.run(main())
