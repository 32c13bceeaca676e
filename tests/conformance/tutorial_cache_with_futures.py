# Ten callers ask for the same thing at the same time; it is computed once.
import asyncio


class AsyncCache:
    def __init__(self, load):
        self.load = load
        self.tasks = {}
        self.hits = 0

    async def get(self, key):
        if key in self.tasks:
            self.hits += 1
        else:
            self.tasks[key] = asyncio.ensure_future(self.load(key))
        try:
            return await self.tasks[key]
        except Exception:
            self.tasks.pop(key, None)
            raise


async def slow_square(n):
    print("computing", n)
    await asyncio.sleep(1)
    if n < 0:
        raise ValueError("negative")
    return n * n


async def main():
    cache = AsyncCache(slow_square)
    print(await asyncio.gather(*(cache.get(n % 3) for n in range(10))), cache.hits)
    for _ in range(2):
        try:
            await cache.get(-1)
        except ValueError as error:
            print(error)
    print(sorted(cache.tasks))


asyncio.run(main())
