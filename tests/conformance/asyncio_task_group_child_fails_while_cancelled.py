import asyncio


async def sore_loser():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise RuntimeError("while being cancelled")


async def fails():
    raise ValueError("first")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(sore_loser())
            group.create_task(fails())
    except ExceptionGroup as errors:
        print([repr(error) for error in errors.exceptions])


asyncio.run(main())
