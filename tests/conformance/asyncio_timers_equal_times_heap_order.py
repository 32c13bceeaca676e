# Timers of one moment come off the heap in the heap's own order, not the order of creation.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for n in range(12):
        loop.call_at(1.0, print, "one", n)
        if n % 3 == 0:
            loop.call_at(0.5, print, "half", n)
    await asyncio.sleep(2)


asyncio.run(main())
