import asyncio


async def fails(name, seconds):
    await asyncio.sleep(seconds)
    raise ValueError(name)


async def steady(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, "ends")


async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(steady("outer child"))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(steady("inner child"))
                inner.create_task(fails("deep", 1))
    except ExceptionGroup as errors:
        print(repr(errors))


asyncio.run(main())
