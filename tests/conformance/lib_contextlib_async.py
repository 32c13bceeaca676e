import asyncio
import contextlib


@contextlib.asynccontextmanager
async def connection(name, seconds=1):
    await asyncio.sleep(seconds)
    print("open", name)
    try:
        yield name.upper()
    finally:
        await asyncio.sleep(seconds)
        print("close", name)


async def numbers():
    try:
        for n in range(5):
            yield n
    finally:
        print("numbers closed")


async def main():
    async with connection("a") as a, connection("b", 0.5):
        print("using", a)
    try:
        async with contextlib.AsyncExitStack() as stack:
            for name in ("x", "y"):
                print(await stack.enter_async_context(connection(name)))
            stack.push_async_callback(asyncio.sleep, 1)
            raise RuntimeError("inside the stack")
    except RuntimeError as error:
        print(error, asyncio.get_running_loop().time())
    async with contextlib.aclosing(numbers()) as source:
        async for n in source:
            if n == 1:
                break
    print("left")


asyncio.run(main())
