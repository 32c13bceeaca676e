import asyncio


async def setter(future):
    await asyncio.sleep(1)
    print("setting")
    future.set_result("ready")
    print("set, but nobody has run yet")


async def main():
    future = asyncio.get_running_loop().create_future()
    asyncio.create_task(setter(future))
    print(future.done(), await future, future.done(), future.result(), future.exception(), future.cancelled())


asyncio.run(main())
