import asyncio
import queue
import threading
import time


def reader(source, loop, target):
    while (item := source.get()) is not None:
        loop.call_soon_threadsafe(target.put_nowait, item)
    loop.call_soon_threadsafe(target.put_nowait, None)


def writer(source):
    for n in range(3):
        time.sleep(1)
        source.put(n)
    source.put(None)


async def main():
    source, target = queue.Queue(), asyncio.Queue()
    threading.Thread(target=reader, args=(source, asyncio.get_running_loop(), target)).start()
    threading.Thread(target=writer, args=(source,)).start()
    while (item := await target.get()) is not None:
        print("got", item, asyncio.get_running_loop().time())
    print("end")


asyncio.run(main())
