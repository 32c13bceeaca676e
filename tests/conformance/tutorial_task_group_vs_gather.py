import asyncio


async def step(name, seconds, fail=False):
    try:
        await asyncio.sleep(seconds)
        if fail:
            raise ValueError(f"{name} failed")
        print(name, "finished")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def with_gather():
    try:
        await asyncio.gather(step("one", 1), step("two", 2, fail=True), step("three", 3))
    except ValueError as error:
        print("gather:", error)
    await asyncio.sleep(2)


async def with_group():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(step("one", 1))
            group.create_task(step("two", 2, fail=True))
            group.create_task(step("three", 3))
    except ExceptionGroup as error:
        print("group:", error.exceptions[0])


async def main():
    await with_gather()
    print("-" * 20)
    await with_group()


asyncio.run(main())
