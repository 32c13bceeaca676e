# A sleep that ends when the timeout fires: the timeout's timer was made first.
import asyncio


async def main():
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(1)
            print("slept")
    except TimeoutError:
        print("timeout first")
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(1, future.set_result, "made it")
    try:
        async with asyncio.timeout(1):
            print(await future)
    except TimeoutError:
        print("timeout although the future was", future)


asyncio.run(main())
