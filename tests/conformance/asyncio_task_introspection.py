import asyncio


async def inner():
    await asyncio.sleep(1)


async def outer():
    await inner()


async def main():
    coro = outer()
    task = asyncio.create_task(coro)
    print(task.get_coro() is coro, task.get_loop() is asyncio.get_running_loop(), coro.cr_frame is None, coro.cr_running)
    print([frame.f_lineno for frame in task.get_stack()])
    await asyncio.sleep(0)
    print([frame.f_lineno for frame in task.get_stack()], coro.cr_await.__name__)
    await task
    print(task.get_stack(), coro.cr_frame)
    print(asyncio.isfuture(task), asyncio.isfuture(coro), asyncio.iscoroutine(coro), asyncio.iscoroutinefunction(outer), asyncio.iscoroutinefunction(print))


asyncio.run(main())
