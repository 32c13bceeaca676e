# asyncio's own coroutines have a name and a qualified name.
import asyncio


async def main():
    queue = asyncio.Queue()
    lock = asyncio.Lock()
    task = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    print(task.get_coro().__name__, task.get_coro().__qualname__)
    task.cancel()
    waiting = lock.acquire()
    print(waiting.__name__, waiting.__qualname__)
    await waiting
    sleeping = asyncio.sleep(0)
    print(sleeping.__name__, sleeping.__qualname__)
    await sleeping


asyncio.run(main())
