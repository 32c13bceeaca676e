import asyncio


async def producer(queue):
    for n in range(5):
        await queue.put(n)
        print("put", n, asyncio.get_running_loop().time())


async def consumer(queue):
    for _ in range(5):
        await asyncio.sleep(1)
        print("got", await queue.get())


async def main():
    queue = asyncio.Queue(2)
    await asyncio.gather(producer(queue), consumer(queue))


asyncio.run(main())
