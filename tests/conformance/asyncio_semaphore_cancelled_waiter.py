import asyncio


async def taker(name, semaphore):
    try:
        async with semaphore:
            print(name, "in")
            await asyncio.sleep(2)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    semaphore = asyncio.Semaphore(1)
    tasks = [asyncio.create_task(taker(name, semaphore)) for name in "abcd"]
    await asyncio.sleep(1)
    tasks[1].cancel()
    await asyncio.sleep(1)
    tasks[2].cancel()
    await asyncio.wait(tasks)
    print([task.cancelled() for task in tasks], semaphore.locked())


asyncio.run(main())
