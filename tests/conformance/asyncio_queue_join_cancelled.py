import asyncio


async def joiner(name, queue):
    try:
        await queue.join()
        print(name, "joined")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    tasks = [asyncio.create_task(joiner(name, queue)) for name in "ab"]
    await asyncio.sleep(1)
    tasks[0].cancel()
    queue.get_nowait()
    queue.task_done()
    print(await asyncio.gather(*tasks, return_exceptions=True))


asyncio.run(main())
