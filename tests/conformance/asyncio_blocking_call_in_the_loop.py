# What blocks the thread of the loop holds up its tasks, but no other thread.
import asyncio
import queue
import threading
import time

box = queue.Queue()


def sender():
    for n in range(3):
        time.sleep(1)
        print("sending", n, time.monotonic())
        box.put(n)


async def ticker():
    while True:
        print("tick", time.monotonic())
        await asyncio.sleep(0.75)


async def main():
    ticking = asyncio.create_task(ticker())
    await asyncio.sleep(0)
    threading.Thread(target=sender).start()
    print("blocked until", box.get(), time.monotonic())
    await asyncio.sleep(0.5)
    with threading.Lock():
        print("blocked until", box.get(timeout=5), time.monotonic())
    thread = threading.Thread(target=time.sleep, args=(2,))
    thread.start()
    await asyncio.sleep(0.25)
    thread.join()
    print("joined", time.monotonic())
    ticking.cancel()


asyncio.run(main())
