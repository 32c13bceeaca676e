import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    for action in (future.result, future.exception):
        try:
            action()
        except asyncio.InvalidStateError as error:
            print(error)
    future.set_exception(ValueError("bad"))
    try:
        future.set_result(1)
    except asyncio.InvalidStateError as error:
        print(error)
    print(repr(future.exception()), future.cancel())
    try:
        await future
    except ValueError as error:
        print("awaited:", error)
    other = loop.create_future()
    print(other.cancel("no need"), other.cancelled(), other.done())
    try:
        other.result()
    except asyncio.CancelledError as error:
        print(repr(error))


asyncio.run(main())
