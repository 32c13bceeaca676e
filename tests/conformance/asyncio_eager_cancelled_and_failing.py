import asyncio


async def fails():
    raise ValueError("at once")


async def waits(name):
    try:
        print(name, "waits")
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    return name


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    print(loop.get_task_factory() is asyncio.eager_task_factory)
    task = asyncio.create_task(fails())
    print(task.done(), repr(task.exception()), task.get_coro())
    other = asyncio.create_task(waits("other"))
    other.cancel()
    print(await asyncio.gather(other, return_exceptions=True))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(waits("sibling"))
            group.create_task(fails())
            print("body goes on")
    except* ValueError as failed:
        print(failed.exceptions)
    loop.set_task_factory(None)
    lazy = asyncio.create_task(waits("lazy"))
    print("made lazily")
    eager = asyncio.Task(waits("eager"), loop=loop, eager_start=True)
    print(await lazy, await eager)


asyncio.run(main())
