import asyncio
import traceback


async def fails():
    await asyncio.sleep(1)
    raise ValueError("once")


async def asks(task):
    await task


async def main():
    task = asyncio.create_task(fails())
    for result in await asyncio.gather(asks(task), asks(task), return_exceptions=True):
        print(repr(result), result is task.exception())
    traceback.print_exception(task.exception())


asyncio.run(main())
