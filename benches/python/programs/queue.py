# An item goes through a queue, from one task to another.
import asyncio
from time import perf_counter

ITEMS = 50_000


async def produce(queue):
    for number in range(ITEMS):
        await queue.put(number)


async def consume(queue):
    total = 0
    for _ in range(ITEMS):
        total += await queue.get()
    return total


async def main():
    start = perf_counter()
    queue = asyncio.Queue(maxsize=100)
    _, total = await asyncio.gather(produce(queue), consume(queue))
    assert total == ITEMS * (ITEMS - 1) // 2
    print(perf_counter() - start)


asyncio.run(main())
