import asyncio


async def waiting_putter(queue):
    try:
        await queue.put("second")
    except asyncio.QueueShutDown:
        print("the waiting put is told")


async def joiner(queue):
    await queue.join()
    print("joined")


async def main():
    queue = asyncio.Queue(1)
    await queue.put("first")
    tasks = [asyncio.create_task(waiting_putter(queue)), asyncio.create_task(joiner(queue))]
    await asyncio.sleep(1)
    queue.shutdown(immediate=True)
    print(queue.qsize())
    await asyncio.gather(*tasks)
    try:
        await queue.get()
    except asyncio.QueueShutDown:
        print("what was in it is gone")


asyncio.run(main())
