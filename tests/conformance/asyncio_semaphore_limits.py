import asyncio

running = 0


async def job(n, semaphore):
    global running
    async with semaphore:
        running += 1
        print("job", n, "running", running)
        await asyncio.sleep(1)
        running -= 1


async def main():
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*(job(n, semaphore) for n in range(5)))
    print(asyncio.get_running_loop().time(), semaphore.locked())


asyncio.run(main())
