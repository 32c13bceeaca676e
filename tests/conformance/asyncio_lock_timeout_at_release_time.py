# The lock is released in the very moment in which the wait for it times out.
import asyncio


async def holder(lock, seconds):
    async with lock:
        await asyncio.sleep(seconds)


async def waiter(lock):
    try:
        async with asyncio.timeout(2):
            await lock.acquire()
            print("got it")
            lock.release()
    except TimeoutError:
        print("timed out", lock.locked())


async def main():
    for order in ("holder first", "waiter first"):
        print(order)
        lock = asyncio.Lock()
        if order == "holder first":
            await asyncio.gather(holder(lock, 2), waiter(lock))
        else:
            await lock.acquire()
            task = asyncio.create_task(waiter(lock))
            await asyncio.sleep(0)
            asyncio.get_running_loop().call_later(2, lock.release)
            await task
        print(lock.locked())


asyncio.run(main())
