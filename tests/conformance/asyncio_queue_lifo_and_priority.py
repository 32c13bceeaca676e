import asyncio


async def main():
    stack = asyncio.LifoQueue()
    heap = asyncio.PriorityQueue()
    for n, word in [(3, "three"), (1, "one"), (2, "two"), (1, "another one")]:
        stack.put_nowait(word)
        await heap.put((n, word))
    print([stack.get_nowait() for _ in range(4)])
    while not heap.empty():
        print(await heap.get(), heap.qsize())
    heap.put_nowait((1, None))
    try:
        heap.put_nowait((1, {}))
    except TypeError as error:
        print(error)


asyncio.run(main())
