import asyncio


async def fails(error, seconds=1):
    await asyncio.sleep(seconds)
    raise error


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(ValueError(1)))
            group.create_task(fails(TypeError(2)))
            group.create_task(fails(ValueError(3), 1.5))
    except* ValueError as errors:
        print("values", errors.exceptions)
    except* TypeError as errors:
        print("types", errors.exceptions)


asyncio.run(main())
