import asyncio


def callback(future):
    pass


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future)
    future.add_done_callback(callback)
    print(future)
    future.set_result([1, 2])
    print(future)
    cancelled, failed = loop.create_future(), asyncio.Future()
    cancelled.cancel()
    failed.set_exception(KeyError("k"))
    print(cancelled, failed, repr(failed.exception()))
    print(future.get_loop() is loop)


asyncio.run(main())
