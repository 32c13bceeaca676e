import asyncio


def on_done(future):
    print("callback:", future.result() if not future.exception() else repr(future.exception()))


async def set_later(future, value, delay):
    await asyncio.sleep(delay)
    if isinstance(value, Exception):
        future.set_exception(value)
    else:
        future.set_result(value)


async def main():
    loop = asyncio.get_running_loop()
    first, second = loop.create_future(), loop.create_future()
    for future in (first, second):
        future.add_done_callback(on_done)
    print(first, first.done())
    asyncio.create_task(set_later(first, "ready", 1))
    asyncio.create_task(set_later(second, LookupError("lost"), 2))
    print(await first, first)
    try:
        await second
    except LookupError as error:
        print("caught", error)
    print(second)
    for action in (lambda: first.set_result(2), lambda: loop.create_future().result()):
        try:
            action()
        except asyncio.InvalidStateError as error:
            print(type(error).__name__, error)
    handle = loop.call_later(5, print, "never")
    loop.call_soon(print, "soon")
    loop.call_at(loop.time() + 0.5, print, "at")
    handle.cancel()
    print(handle.cancelled(), round(handle.when() - loop.time(), 6))
    await asyncio.sleep(1)
    third = loop.create_future()
    print(third.cancel("bye"), third.cancelled())
    try:
        await third
    except asyncio.CancelledError as error:
        print(error.args)


asyncio.run(main())
