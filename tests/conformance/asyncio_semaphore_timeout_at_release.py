import asyncio


async def worker(name, semaphore, limit):
    try:
        async with asyncio.timeout(limit):
            async with semaphore:
                print(name, "in", asyncio.get_running_loop().time())
                await asyncio.sleep(1)
    except TimeoutError:
        print(name, "out", semaphore.locked())


async def main():
    semaphore = asyncio.Semaphore(1)
    await asyncio.gather(worker("a", semaphore, 5), worker("b", semaphore, 1), worker("c", semaphore, 3))
    print(semaphore.locked())


asyncio.run(main())
