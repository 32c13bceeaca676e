import asyncio


class Traced(asyncio.Lock):
    async def __aenter__(self):
        print("before")
        result = await super().__aenter__()
        print("after", result, self.locked())
        return self

    async def __aexit__(self, *error):
        await super().__aexit__(*error)
        print("out", error[0])


class Counted(asyncio.BoundedSemaphore):
    def __init__(self, value):
        super().__init__(value)
        self.most = 0

    async def acquire(self):
        await super().acquire()
        self.most = max(self.most, 3 - self._value)
        return True


async def user(semaphore):
    async with semaphore:
        await asyncio.sleep(1)


async def main():
    lock = Traced()
    try:
        async with lock as held:
            print(held is lock)
            raise KeyError("inside")
    except KeyError:
        print(lock.locked())
    semaphore = Counted(3)
    await asyncio.gather(*(user(semaphore) for _ in range(5)))
    print(semaphore.most, semaphore.locked(), type(semaphore).__name__)


asyncio.run(main())
