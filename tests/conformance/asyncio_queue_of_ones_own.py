import asyncio


class Unique(asyncio.Queue):
    """Each item once."""

    def _init(self, maxsize):
        super()._init(maxsize)
        self.seen = set()

    def _put(self, item):
        if item not in self.seen:
            self.seen.add(item)
            super()._put(item)


class Named(asyncio.PriorityQueue):
    def __init__(self, name, maxsize=0):
        super().__init__(maxsize)
        self.name = name

    async def get(self):
        item = await super().get()
        return self.name, item


async def main():
    unique = Unique()
    for item in "abcab":
        unique.put_nowait(item)
    print(unique.qsize(), [unique.get_nowait() for _ in range(3)], unique.empty())
    getter = asyncio.create_task(unique.get())
    await asyncio.sleep(1)
    await unique.put("d")
    print(await getter)
    named = Named("sorted", maxsize=2)
    await named.put(3)
    await named.put(1)
    print(named.full(), named.maxsize, await named.get(), await named.get(), isinstance(named, asyncio.Queue))


asyncio.run(main())
