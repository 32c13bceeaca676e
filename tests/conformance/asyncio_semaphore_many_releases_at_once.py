import asyncio


async def taker(n, semaphore):
    async with semaphore:
        print("in", n)
        await asyncio.sleep(1)


async def main():
    semaphore = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(taker(n, semaphore)) for n in range(5)]
    await asyncio.sleep(1)
    for _ in range(3):
        semaphore.release()
    tasks[0].cancel()
    await asyncio.wait(tasks)
    print([task.cancelled() for task in tasks], semaphore.locked())


asyncio.run(main())
