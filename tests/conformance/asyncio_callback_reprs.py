import asyncio
import functools


def greet(greeting, name, *rest):
    pass


@functools.wraps(greet)
def wrapper(*args):
    pass


class Bell:
    def ring(self, *args):
        pass


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    bell = Bell()
    callbacks = [functools.partial(greet, "hello"), wrapper, bell.ring, functools.partial(bell.ring, 1, loud=True), print]
    for callback in callbacks:
        future.add_done_callback(callback)
        print(future)
        future.remove_done_callback(callback)
    for debug in (False, True):
        loop.set_debug(debug)
        for callback in callbacks:
            print(repr(loop.call_soon(callback, "someone").cancel()))
    loop.set_debug(False)
    handle = loop.call_later(5, functools.partial(greet, "hello", name="x" * 50), "someone")
    print(handle)
    handle.cancel()
    print(handle)
    print(loop.call_soon(wrapper), loop.call_soon(bell.ring))
    future.cancel()


asyncio.run(main())
