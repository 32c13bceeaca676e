import asyncio


async def main():
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    print(await lock.acquire(), lock.locked())
    try:
        await asyncio.wait_for(lock.acquire(), 1)
    except TimeoutError:
        print("a lock is not reentrant")
    lock.release()
    try:
        with lock:
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())
