import asyncio


async def main():
    queue = asyncio.Queue(2)
    print(queue)
    await queue.put("a")
    await queue.put("b")
    putter = asyncio.create_task(queue.put("c"))
    await asyncio.sleep(0)
    print(queue)
    putter.cancel()
    print(queue.get_nowait(), queue.get_nowait())
    getters = [asyncio.create_task(queue.get()) for _ in range(2)]
    await asyncio.sleep(0)
    print(str(queue))
    queue.shutdown()
    print(queue, await asyncio.gather(*getters, return_exceptions=True))
    print(repr(queue).split(" at ")[0], repr(queue).split(" maxsize")[1])
    empty = asyncio.PriorityQueue()
    print(empty, asyncio.LifoQueue(-1))


asyncio.run(main())
