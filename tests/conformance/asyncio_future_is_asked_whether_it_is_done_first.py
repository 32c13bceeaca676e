import asyncio


async def main():
    loop = asyncio.get_running_loop()
    futures = [loop.create_future() for _ in range(4)]
    futures[0].set_result(1)
    futures[1].set_exception(KeyError("x"))
    futures[2].cancel()
    for future in futures:
        for wrong in (5, "text", None, StopIteration, object):
            try:
                future.set_exception(wrong)
            except Exception as error:
                print(repr(error))
        print(future)
    print(repr(futures[1].exception()))
    try:
        asyncio.current_task().set_exception(5)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
