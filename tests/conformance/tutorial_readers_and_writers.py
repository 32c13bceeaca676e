import asyncio


class ReadWriteLock:
    def __init__(self):
        self.condition = asyncio.Condition()
        self.readers = 0

    async def read(self, name):
        async with self.condition:
            self.readers += 1
        print(name, "reads, readers:", self.readers)
        await asyncio.sleep(1)
        async with self.condition:
            self.readers -= 1
            self.condition.notify_all()

    async def write(self, name):
        async with self.condition:
            await self.condition.wait_for(lambda: self.readers == 0)
            print(name, "writes at", asyncio.get_running_loop().time())
            await asyncio.sleep(1)


async def later(seconds, coro):
    await asyncio.sleep(seconds)
    await coro


async def main():
    lock = ReadWriteLock()
    await asyncio.gather(lock.read("r1"), later(0.5, lock.write("w1")), later(0.7, lock.read("r2")), later(2.5, lock.read("r3")))


asyncio.run(main())
