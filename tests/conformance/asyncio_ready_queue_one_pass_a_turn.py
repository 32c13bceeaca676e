# What callbacks schedule runs in the next turn, after the timers that came due.
import asyncio


async def main():
    loop = asyncio.get_running_loop()

    def again(n):
        print("turn", n)
        if n:
            loop.call_soon(again, n - 1)

    loop.call_later(0, print, "timer for now")
    loop.call_soon(again, 3)
    loop.call_soon(print, "neighbour")
    await asyncio.sleep(0)
    print("main after one turn")
    await asyncio.sleep(0)
    print("main after two turns")
    await asyncio.sleep(0)


asyncio.run(main())
