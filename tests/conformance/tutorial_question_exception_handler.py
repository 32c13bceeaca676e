import asyncio


def handler(loop, context):
    print("handler:", context["message"], "|", repr(context.get("exception")), sorted(context))


async def forgotten():
    raise ValueError("nobody looks")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(lambda: 1 / 0)
    task = asyncio.create_task(forgotten())
    await asyncio.sleep(0.1)
    del task
    await asyncio.sleep(0.1)
    loop.set_exception_handler(None)
    loop.call_later(0.1, [].pop)
    await asyncio.sleep(0.2)
    loop.call_exception_handler({"message": "told by hand", "extra": 5})
    print(loop.get_exception_handler())


asyncio.run(main())
