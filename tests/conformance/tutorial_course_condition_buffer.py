import asyncio


class Buffer:
    def __init__(self, size):
        self.items, self.size = [], size
        self.changed = asyncio.Condition()

    async def put(self, item):
        async with self.changed:
            await self.changed.wait_for(lambda: len(self.items) < self.size)
            self.items.append(item)
            self.changed.notify_all()

    async def get(self):
        async with self.changed:
            while not self.items:
                await self.changed.wait()
            item = self.items.pop(0)
            self.changed.notify_all()
            return item


async def source(buffer):
    for n in range(6):
        await buffer.put(n)
        print("put", n, buffer.items)


async def sink(name, buffer, count):
    total = 0
    for _ in range(count):
        total += await buffer.get()
        await asyncio.sleep(1)
    return name, total


async def main():
    buffer = Buffer(2)
    results = await asyncio.gather(source(buffer), sink("a", buffer, 3), sink("b", buffer, 3))
    print(results[1:], buffer.changed.locked())
    try:
        buffer.changed.notify()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
