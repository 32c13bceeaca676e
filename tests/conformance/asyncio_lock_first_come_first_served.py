import asyncio


async def worker(name, lock, seconds):
    print(name, "asks")
    async with lock:
        print(name, "has it")
        await asyncio.sleep(seconds)
    print(name, "gave it back", lock.locked())


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(worker("a", lock, 2), worker("b", lock, 0), worker("c", lock, 1))
    print(lock.locked())


asyncio.run(main())
