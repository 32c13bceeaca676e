# exit: 1
import asyncio


async def consumer(queue):
    while True:
        item = await queue.get()
        print("got", item)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(consumer(queue), name="consumer")
    await queue.put(1)
    await queue.join()
    print("joined, and now waiting for a consumer that never ends")
    await task


asyncio.run(main())
