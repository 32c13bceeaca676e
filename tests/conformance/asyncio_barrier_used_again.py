import asyncio


async def worker(name, barrier, seconds):
    for phase in range(3):
        await asyncio.sleep(seconds)
        await barrier.wait()
        print(name, "phase", phase, asyncio.get_running_loop().time())


async def main():
    barrier = asyncio.Barrier(2)
    await asyncio.gather(worker("fast", barrier, 0.5), worker("slow", barrier, 2))


asyncio.run(main())
