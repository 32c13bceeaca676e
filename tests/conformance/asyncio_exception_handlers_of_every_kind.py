import asyncio

def handler(loop, context):
    print("handler:", sorted(context), context["message"].split(" at ")[0], repr(context.get("exception")))

async def fails(n):
    await asyncio.sleep(n)
    raise ValueError(n)

async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_exception_handler({"message": "by hand"})
    task = asyncio.create_task(fails(0))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    async def stops():
        await asyncio.sleep(5)
    task = asyncio.create_task(stops())
    await asyncio.sleep(0)
    def broken(loop, context):
        raise KeyError("in the handler")
    loop.set_exception_handler(broken)
    loop.call_exception_handler({"message": "to a broken one"})
    try:
        loop.set_exception_handler(7)
    except TypeError as error:
        print(error)
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "to the default", "exception": OSError("x"), "other": [1, 2]})
    loop.default_exception_handler({"message": "default by hand"})
    loop.set_exception_handler(lambda loop, context: loop.default_exception_handler({**context, "message": "passed on"}))
    loop.call_exception_handler({"message": "first"})
    task.cancel()

asyncio.run(main())
