# A coroutine that runs has a frame; where it stands is the line of what it called, awaited, or began eagerly.
import asyncio


async def inner():
    me = asyncio.current_task()
    print(me.get_coro().cr_frame.f_lineno, me.get_coro().cr_running)
    print(me.get_stack()[-1].f_lineno)
    await asyncio.sleep(1)
    print(me.get_stack()[-1].f_lineno)


async def eager(parent):
    print(repr(parent).split(" cb=")[0])
    print(parent.get_coro().cr_frame.f_lineno)
    await asyncio.sleep(0)
    print(parent.get_coro().cr_frame)


async def main():
    me = asyncio.current_task()
    coroutine = inner()
    print(coroutine.cr_frame.f_lineno, coroutine.cr_running)
    await coroutine
    print(coroutine.cr_frame)
    child = asyncio.Task(
        eager(me), loop=asyncio.get_running_loop(), eager_start=True
    )
    print(me.get_coro().cr_frame.f_lineno)
    print(repr(me).split(" cb=")[0])
    return child


asyncio.run(main())
