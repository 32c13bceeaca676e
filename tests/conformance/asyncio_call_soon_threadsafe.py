import asyncio
import threading
import time


def worker(loop, future):
    time.sleep(1)
    loop.call_soon_threadsafe(print, "said in the loop")
    time.sleep(1)
    loop.call_soon_threadsafe(future.set_result, threading.current_thread().name)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    thread = threading.Thread(target=worker, args=(loop, future), name="helper")
    thread.start()
    print(await future, loop.time(), threading.current_thread().name)
    thread.join()


asyncio.run(main())
