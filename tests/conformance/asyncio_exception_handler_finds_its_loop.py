import asyncio


def bad():
    raise ValueError("bad")


def handler(loop, context):
    print(context["message"], asyncio.get_running_loop() is loop)


async def fails():
    raise KeyError("lost")


async def held():
    try:
        await asyncio.sleep(9)
    finally:
        print("closed", asyncio.get_running_loop().is_running())


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(bad)
    asyncio.create_task(fails())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    coroutine = held()
    coroutine.send(None)
    loop.call_soon(print, coroutine.__name__)
    del coroutine
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    for message in (b"bytes", 5, "", "text"):
        loop.call_exception_handler({"message": message})


asyncio.run(main())
