# No item may get lost when a get times out as the item comes.
import asyncio


async def getter(queue):
    for _ in range(3):
        try:
            print("got", await asyncio.wait_for(queue.get(), 1), asyncio.get_running_loop().time())
        except TimeoutError:
            print("nothing", asyncio.get_running_loop().time())


async def putter(queue):
    for item in ("one", "two"):
        await asyncio.sleep(1)
        queue.put_nowait(item)


async def main():
    for first, second in [(getter, putter), (putter, getter)]:
        queue = asyncio.Queue()
        await asyncio.gather(first(queue), second(queue))
        print("left", queue.qsize())


asyncio.run(main())
