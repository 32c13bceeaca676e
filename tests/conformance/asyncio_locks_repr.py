import asyncio


def shown(thing):
    return repr(thing).split(" object at ")[0][1:], repr(thing).split(" [")[1][:-2]


async def main():
    lock, event, semaphore = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(1)
    condition, barrier = asyncio.Condition(), asyncio.Barrier(2)
    for thing in (lock, event, semaphore, condition, barrier, asyncio.BoundedSemaphore(3)):
        print(*shown(thing))
    await lock.acquire()
    await semaphore.acquire()
    await condition.acquire()

    async def wait(condition):
        async with condition:
            await condition.wait()

    condition.release()
    tasks = [asyncio.create_task(coro) for coro in (lock.acquire(), event.wait(), semaphore.acquire(), wait(condition), barrier.wait())]
    await asyncio.sleep(0)
    for thing in (lock, event, semaphore, condition, barrier):
        print(*shown(thing))
    event.set()
    await barrier.abort()
    print(*shown(event), *shown(barrier))
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


asyncio.run(main())
