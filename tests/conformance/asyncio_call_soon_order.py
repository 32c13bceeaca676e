import asyncio


async def child():
    print("child")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "first", 1)
    task = asyncio.create_task(child())
    loop.call_soon(print, "second")
    loop.call_soon(lambda: loop.call_soon(print, "nested"))
    print("main goes on")
    await task
    print("main again")
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
