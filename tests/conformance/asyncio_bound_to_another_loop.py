# A lock or queue belongs to the loop in which somebody first had to wait for it.
import asyncio

lock, queue, event = asyncio.Lock(), asyncio.Queue(), asyncio.Event()


async def first():
    await lock.acquire()
    for coro in (lock.acquire(), queue.get(), event.wait()):
        try:
            await asyncio.wait_for(coro, 1)
        except TimeoutError:
            print("timed out")


async def second():
    for coro in (lock.acquire(), queue.get(), event.wait()):
        try:
            await coro
        except RuntimeError as error:
            print(str(error).split(" at 0x")[0], str(error).split("> ")[-1])


asyncio.run(first())
asyncio.run(second())
