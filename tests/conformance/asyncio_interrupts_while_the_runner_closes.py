# exit: 1
import asyncio


def handler(loop, context):
    print("handler", repr(context["exception"]))
    raise KeyboardInterrupt


def bad(n):
    raise ConnectionError(n)


async def work(n):
    asyncio.get_running_loop().call_soon(bad, n)


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    await asyncio.gather(work(1), work(2))


asyncio.run(main())
