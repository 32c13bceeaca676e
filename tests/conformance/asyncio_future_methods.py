import asyncio


def said(future):
    print("said", future.done())


async def main():
    loop = asyncio.get_running_loop()
    future = asyncio.Future()
    print(future.get_loop() is loop, future.done(), future.cancelled(), isinstance(future, asyncio.Future))
    for _ in range(2):
        future.add_done_callback(said)
    future.add_done_callback(print_result)
    print(future.remove_done_callback(said), future.remove_done_callback(said))
    future.request = "an attribute"
    for wrong in (future.result, future.exception, lambda: future.set_exception("text"), lambda: future.set_exception(int)):
        try:
            wrong()
        except (asyncio.InvalidStateError, TypeError) as error:
            print(type(error).__name__, error)
    future.set_result(1)
    try:
        future.set_result(2)
    except asyncio.InvalidStateError as error:
        print(error)
    print(future.cancel(), future.exception(), await future, future.request)
    stop = loop.create_future()
    stop.set_exception(StopIteration(5))
    print(repr(stop.exception()), repr(stop.exception().__cause__))
    made = loop.create_future()
    made.set_exception(KeyError)
    print(repr(made.exception()))
    cancelled = loop.create_future()
    print(cancelled.cancel("why"), cancelled.cancel("again"), cancelled.cancelled())
    for ask in (cancelled.result, cancelled.exception):
        try:
            ask()
        except asyncio.CancelledError as error:
            print(repr(error))
    try:
        asyncio.Future(1)
    except TypeError as error:
        print(error)


def print_result(future):
    print("result", future.result())


asyncio.run(main())
