# Who is left of a turn in which somebody blocks runs before the timers that came due meanwhile.
import asyncio
import time


def chain(name, depth):
    print(name, depth, time.monotonic())
    if depth:
        asyncio.get_running_loop().call_soon(chain, name, depth - 1)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(1, print, "timer")
    loop.call_soon(time.sleep, 2)
    loop.call_soon(chain, "left", 2)
    await asyncio.sleep(0)
    await asyncio.sleep(1)


asyncio.run(main())
