import asyncio


def handler(loop, context):
    print("handler", sorted(context), context["message"])
    raise LookupError("in the handler")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    print(loop.get_exception_handler() is handler)
    loop.set_exception_handler(lambda loop, context: loop.default_exception_handler(context))
    loop.call_exception_handler({"message": "passed on", "zebra": [1], "ant": "x"})
    loop.set_exception_handler(None)
    loop.call_exception_handler({})
    loop.default_exception_handler({"message": "", "exception": ValueError("no message")})


asyncio.run(main())
