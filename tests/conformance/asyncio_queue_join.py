import asyncio


async def worker(name, queue):
    while True:
        job = await queue.get()
        await asyncio.sleep(job)
        print(name, "did", job)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    for job in (3, 1, 2, 1):
        queue.put_nowait(job)
    workers = [asyncio.create_task(worker(f"w{n}", queue)) for n in range(2)]
    await queue.join()
    print("all done", asyncio.get_running_loop().time())
    for task in workers:
        task.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))
    try:
        queue.task_done()
    except ValueError as error:
        print(error)
    await queue.join()


asyncio.run(main())
