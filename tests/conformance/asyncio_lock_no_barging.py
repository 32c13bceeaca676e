# Who releases and asks again at once goes to the end of the line.
import asyncio


async def greedy(lock):
    for n in range(3):
        await lock.acquire()
        print("greedy", n)
        await asyncio.sleep(1)
        lock.release()


async def modest(lock):
    for n in range(2):
        async with lock:
            print("modest", n)
            await asyncio.sleep(1)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(greedy(lock), modest(lock))


asyncio.run(main())
