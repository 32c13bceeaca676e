import asyncio


async def job():
    return 1


def failing(loop, coro, **options):
    coro.close()
    raise ValueError("no task today")


async def main():
    loop = asyncio.get_running_loop()
    try:
        loop.set_task_factory(5)
    except TypeError as error:
        print(error)
    loop.set_task_factory(failing)
    for make in (lambda: asyncio.create_task(job()), lambda: loop.create_task(job()), lambda: asyncio.ensure_future(job()),
                 lambda: asyncio.gather(job()), lambda: asyncio.shield(job())):
        try:
            make()
        except ValueError as error:
            print(error)
    loop.set_task_factory(None)
    print(await asyncio.create_task(job()), loop.get_task_factory())


asyncio.run(main())
