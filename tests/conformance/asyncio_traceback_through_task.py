# exit: 1
import asyncio


async def fails():
    await asyncio.sleep(1)
    raise KeyError("inside the task")


async def main():
    task = asyncio.create_task(fails())
    try:
        await task
    except KeyError as error:
        raise RuntimeError("main could not go on") from error


asyncio.run(main())
