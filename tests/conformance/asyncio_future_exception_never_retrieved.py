import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_exception(ValueError("nobody asked"))
    seen = loop.create_future()
    seen.set_exception(KeyError("seen"))
    seen.exception()
    cancelled = loop.create_future()
    cancelled.cancel()
    del future, seen, cancelled
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
