import asyncio
import itertools


async def producer(name, queue, jobs):
    for job in jobs:
        await queue.put((name, job))
        await asyncio.sleep(0.1)
    print(f"{name} has no more work")


async def consumer(number, queue, log):
    while True:
        name, job = await queue.get()
        await asyncio.sleep(job)
        log.append((number, name, job))
        queue.task_done()


async def main():
    queue, log = asyncio.Queue(maxsize=4), []
    consumers = [asyncio.create_task(consumer(n, queue, log)) for n in range(3)]
    await asyncio.gather(producer("north", queue, [0.5, 0.3, 0.2]), producer("south", queue, [0.4, 0.1]))
    await queue.join()
    for task in consumers:
        task.cancel()
    await asyncio.gather(*consumers, return_exceptions=True)
    for number, group in itertools.groupby(sorted(log), key=lambda row: row[0]):
        print("consumer", number, [f"{name}:{job}" for _, name, job in group])


asyncio.run(main())
