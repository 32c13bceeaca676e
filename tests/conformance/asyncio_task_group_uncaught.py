# exit: 1
import asyncio


async def fails(name, error):
    await asyncio.sleep(1)
    raise error(name)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fails("one", ValueError))
        group.create_task(fails("two", KeyError))


asyncio.run(main())
