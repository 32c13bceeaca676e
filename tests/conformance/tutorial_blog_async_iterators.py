import asyncio


class Countdown:
    def __init__(self, start):
        self.current = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.current <= 0:
            raise StopAsyncIteration
        await asyncio.sleep(0.1)
        self.current -= 1
        return self.current + 1


async def take(count, source):
    async for item in source:
        if count <= 0:
            break
        count -= 1
        yield item


async def enumerate_async(source, start=0):
    async for item in source:
        yield start, item
        start += 1


async def merge(*sources):
    queue, done = asyncio.Queue(), object()

    async def drain(source):
        async for item in source:
            await queue.put(item)
        await queue.put(done)

    tasks = [asyncio.create_task(drain(source)) for source in sources]
    for _ in tasks:
        while (item := await queue.get()) is not done:
            yield item


async def main():
    print([n async for n in Countdown(3)])
    async for place, n in enumerate_async(take(2, Countdown(9)), 1):
        print(place, n)
    print({n: n * n async for n in Countdown(3)}, {n % 2 async for n in Countdown(4)})
    print([item async for item in merge(Countdown(3), Countdown(2))])
    it = aiter(Countdown(1))
    print(await anext(it), await anext(it, "over"))
    try:
        await anext(it)
    except StopAsyncIteration:
        print("stopped")
    gen = take(5, Countdown(5))
    print(await gen.__anext__(), await gen.asend(None))
    await gen.aclose()
    print([n async for n in gen])


asyncio.run(main())
