import asyncio


async def holder(lock):
    async with lock:
        await asyncio.sleep(2)


async def waiter(name, lock):
    try:
        async with lock:
            print(name, "got it")
    except asyncio.CancelledError:
        print(name, "gave up")
        raise


async def main():
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(holder(lock))] + [asyncio.create_task(waiter(name, lock)) for name in "abc"]
    await asyncio.sleep(1)
    tasks[1].cancel()
    await asyncio.sleep(1)
    print("released at this moment; the next in line is cancelled as it wakes")
    tasks[2].cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True), lock.locked())


asyncio.run(main())
