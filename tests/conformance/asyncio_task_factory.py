import asyncio

made = []


def factory(loop, coro, **options):
    task = asyncio.Task(coro, loop=loop, **options)
    made.append(coro.__name__)
    return task


async def job(n):
    await asyncio.sleep(n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    await asyncio.gather(job(1), asyncio.create_task(job(2), name="named"))
    print(made, loop.get_task_factory() is factory)
    loop.set_task_factory(None)
    await asyncio.create_task(job(0))
    print(made)


asyncio.run(main())
