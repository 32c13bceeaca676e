# What print shows of queues, of tasks whose coroutine is in the middle of another, and of a group's tasks.
import asyncio


async def inner():
    print(asyncio.current_task())
    await asyncio.sleep(0)
    print(asyncio.current_task())


async def outer():
    await inner()
    print(asyncio.current_task())


async def main():
    queue = asyncio.Queue(2)
    print(queue)
    queue.put_nowait(1)
    queue.put_nowait("b")
    putter = asyncio.create_task(queue.put(3))
    stack, heap = asyncio.LifoQueue(), asyncio.PriorityQueue()
    heap.put_nowait(2)
    heap.put_nowait(1)
    await asyncio.sleep(0)
    print(queue, stack, heap)
    queue.get_nowait()
    await putter
    queue.shutdown(immediate=True)
    print(queue)
    task = asyncio.create_task(outer())
    await asyncio.sleep(0.1)
    async with asyncio.TaskGroup() as group:
        print(group.create_task(outer()))


asyncio.run(main())
