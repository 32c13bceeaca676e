import asyncio


async def square(n):
    await asyncio.sleep(0.1 * n)
    return n * n


def batches(items, size):
    for start in range(0, len(items), size):
        yield items[start:start + size]


async def main():
    for batch in batches(list(range(1, 6)), 2):
        print(batch, await asyncio.gather(*map(square, batch)))


asyncio.run(main())
