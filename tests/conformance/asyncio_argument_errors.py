import asyncio


async def main():
    queue, lock = asyncio.Queue(), asyncio.Lock()
    wrong = [
        lambda: asyncio.sleep(),
        lambda: asyncio.sleep(1, 2, 3),
        lambda: asyncio.sleep(1, loop=None),
        lambda: asyncio.wait_for(),
        lambda: asyncio.wait_for(1),
        lambda: asyncio.wait_for(1, 2, 3),
        lambda: asyncio.wait([], 1),
        lambda: asyncio.shield(),
        lambda: asyncio.create_task(1, 2),
        lambda: asyncio.run(),
        lambda: queue.put(),
        lambda: queue.put_nowait(),
        lambda: queue.put_nowait(1, 2),
        lambda: asyncio.Queue(1, 2),
        lambda: asyncio.Queue(size=1),
        lambda: asyncio.Lock(1),
        lambda: asyncio.Lock(loop=None),
        lambda: asyncio.Semaphore(count=1),
        lambda: asyncio.timeout(1, 2),
        lambda: asyncio.TaskGroup(1),
        lambda: asyncio.TaskGroup().create_task(),
        lambda: asyncio.iscoroutine(),
        lambda: asyncio.gather(1),
        lambda: asyncio.gather(return_exception=True),
        lambda: asyncio.ensure_future(1),
    ]
    for call in wrong:
        try:
            call()
        except TypeError as error:
            print(error)
    print(lock.locked())


asyncio.run(main())
