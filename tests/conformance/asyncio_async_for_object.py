import asyncio


class Countdown:
    def __init__(self, start):
        self.left = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.left == 0:
            raise StopAsyncIteration
        self.left -= 1
        await asyncio.sleep(1)
        return self.left + 1


async def count(name, start):
    async for n in Countdown(start):
        print(name, n)
    else:
        print(name, "liftoff")


async def main():
    await asyncio.gather(count("a", 3), count("b", 2))


asyncio.run(main())
