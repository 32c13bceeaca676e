# What several threads schedule runs in that order; a closed loop refuses.
import asyncio
import threading
import time


def helper(loop, name, seconds):
    for n in range(2):
        time.sleep(seconds)
        loop.call_soon_threadsafe(print, name, n, loop.time())


async def main():
    loop = asyncio.get_running_loop()
    for name, seconds in [("a", 1), ("b", 0.5), ("c", 1)]:
        threading.Thread(target=helper, args=(loop, name, seconds)).start()
    handle = loop.call_soon_threadsafe(print, "cancelled")
    handle.cancel()
    await asyncio.sleep(1)
    print("main at", loop.time())
    await asyncio.sleep(1.5)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
try:
    loop.call_soon_threadsafe(print)
except RuntimeError as error:
    print(error)
