# An exception in a callback is reported; the loop goes on.
import asyncio


def broken():
    raise ValueError("in a callback")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(broken)
    loop.call_soon(print, "next callback")
    await asyncio.sleep(1)
    print("main is well")


asyncio.run(main())
