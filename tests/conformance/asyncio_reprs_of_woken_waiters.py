# Who was woken and has not run yet waits for a future that is done: its result is what CPython gives it.
import asyncio


async def use(lock):
    async with lock:
        await asyncio.sleep(1)


async def wait_for_event(event):
    await event.wait()


async def wait_for_condition(condition):
    async with condition:
        await condition.wait()


async def wait_for_item(queue):
    await queue.get()


async def main():
    event, condition, queue = asyncio.Event(), asyncio.Condition(), asyncio.Queue()
    lock, semaphore = asyncio.Lock(), asyncio.Semaphore(1)
    waiting = [
        *(asyncio.create_task(use(lock)) for _ in range(2)),
        *(asyncio.create_task(use(semaphore)) for _ in range(2)),
        asyncio.create_task(wait_for_event(event)),
        asyncio.create_task(wait_for_condition(condition)),
        asyncio.create_task(wait_for_item(queue)),
        asyncio.create_task(asyncio.wait_for(event.wait(), 9)),
    ]
    await asyncio.sleep(1)
    event.set()
    queue.put_nowait(1)
    async with condition:
        condition.notify()
    for task in waiting[:-1]:
        print(task)
    await asyncio.gather(*waiting)


asyncio.run(main())
