import asyncio
from contextvars import ContextVar, copy_context

trail = ContextVar("trail", default=())


async def step(name):
    trail.set(trail.get() + (name,))
    await asyncio.sleep(0)
    trail.set(trail.get() + (name.upper(),))
    return trail.get()


async def main():
    trail.set(("main",))
    print(await asyncio.gather(step("a"), step("b")))
    shared = copy_context()
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(step(name), context=shared) for name in "cd"]
        alone = group.create_task(step("e"))
    print([task.result() for task in tasks], alone.result())
    print(trail.get(), shared[trail])
    print(await asyncio.wait_for(step("f"), 1), trail.get())
    print(await asyncio.shield(step("g")), trail.get())


asyncio.run(main())
