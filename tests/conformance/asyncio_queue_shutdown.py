import asyncio


async def consumer(name, queue):
    try:
        while True:
            print(name, "got", await queue.get())
            await asyncio.sleep(1)
            queue.task_done()
    except asyncio.QueueShutDown as error:
        print(name, "stops", repr(error), asyncio.get_running_loop().time())


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(consumer(name, queue)) for name in "ab"]
    for n in range(3):
        await queue.put(n)
    queue.shutdown()
    try:
        await queue.put("late")
    except asyncio.QueueShutDown:
        print("no more puts")
    await asyncio.gather(*tasks)
    await queue.join()
    try:
        queue.get_nowait()
    except asyncio.QueueShutDown:
        print("no more gets")


asyncio.run(main())
