import asyncio


async def worker(name, queue):
    while True:
        item = await queue.get()
        print(name, item)
        await asyncio.sleep(1)
        queue.task_done()


async def main():
    for kind in (asyncio.LifoQueue, asyncio.PriorityQueue):
        queue = kind(maxsize=3)
        for item in (2, 3, 1):
            await queue.put(item)
        print(kind.__name__, queue.full(), str(queue))
        workers = [asyncio.create_task(worker(name, queue)) for name in "ab"]
        await queue.join()
        print("joined", asyncio.get_running_loop().time(), queue.qsize())
        for task in workers:
            task.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        try:
            queue.task_done()
        except ValueError as error:
            print(error)


asyncio.run(main())
