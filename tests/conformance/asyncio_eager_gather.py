# Eager children that never wait are done before gather even looks at them.
import asyncio


async def value(n):
    return n


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    group = asyncio.gather(value(1), value(2))
    print(group.done())
    print(await group)
    async with asyncio.TaskGroup() as tasks:
        one = tasks.create_task(value(3))
        print(one.done())
        two = tasks.create_task(asyncio.sleep(1, 4))
    print(one.result(), two.result())


asyncio.run(main())
