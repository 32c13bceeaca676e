import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    waiting = asyncio.create_task(asyncio.wait_for(future, 1))
    loop.call_later(2, future.set_result, "too late")
    print(repr((await asyncio.gather(waiting, return_exceptions=True))[0]), future.cancelled())
    await asyncio.sleep(2)
    print("the late result was reported, not raised here")


asyncio.run(main())
