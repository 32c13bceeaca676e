import asyncio

class Named(asyncio.Task):
    def __init__(self, coro, **options):
        print("made", coro.__qualname__, sorted(options))
        super().__init__(coro, **options)

async def quick(n):
    print("quick", n)
    return n

async def slow(n):
    print("slow", n)
    await asyncio.sleep(1)
    return n

async def fails():
    raise OSError("eager")

async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(asyncio.create_eager_task_factory(Named))
    a, b = asyncio.create_task(quick(1), name="A"), asyncio.create_task(slow(2), name="B")
    print(a.done(), b.done(), type(a).__name__, a.get_name(), b.get_name())
    print(await asyncio.gather(a, b, quick(3)))
    f = asyncio.create_task(fails())
    print(f.done(), repr(f.exception()))
    async with asyncio.TaskGroup() as group:
        group.create_task(quick(4))
        group.create_task(slow(5), name="C")
    print(await asyncio.wait_for(quick(6), 1))
    def factory(loop, coro, context=None):
        print("factory", coro.__qualname__, context)
        return asyncio.Task(coro, loop=loop, context=context)
    loop.set_task_factory(factory)
    print(loop.get_task_factory() is factory)
    print(await asyncio.gather(quick(7), slow(8)))
    print(await asyncio.shield(quick(9)))
    loop.set_task_factory(None)
    print(await asyncio.create_task(quick(10)))
    try:
        loop.set_task_factory(5)
    except TypeError as error:
        print(error)

asyncio.run(main())
