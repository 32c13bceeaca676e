import asyncio
from collections import Counter
from functools import reduce

TEXTS = [
    "the quick brown fox jumps over the lazy dog",
    "the dog sleeps while the fox runs",
    "异步 编程 很 有趣 异步 很 快",
]


async def map_words(number, text):
    await asyncio.sleep(len(text) / 100)
    counts = Counter(text.split())
    print(f"text {number}: {len(counts)} different words")
    return counts


async def main():
    counts = await asyncio.gather(*(map_words(n, text) for n, text in enumerate(TEXTS)))
    total = reduce(lambda a, b: a + b, counts, Counter())
    for word, n in total.most_common(5):
        print(f"{word:<6}{'*' * n} {n}")


asyncio.run(main())
