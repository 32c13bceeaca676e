# When more than half of over a hundred timers are cancelled, the heap is built anew.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    handles = [loop.call_later(1 + n % 3, print, "timer", n) for n in range(150)]
    for n, handle in enumerate(handles):
        if n % 10:
            handle.cancel()
    await asyncio.sleep(0)
    print("cancelled", sum(handle.cancelled() for handle in handles))
    await asyncio.sleep(5)


asyncio.run(main())
