import asyncio


async def one():
    yield 1


class Countdown:
    def __init__(self, start):
        self.start = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.sleep(1)
        if not self.start:
            raise StopAsyncIteration
        self.start -= 1
        return self.start


async def main():
    generator = one()
    print(await anext(generator, "none"), await anext(generator, "none"), await anext(generator, None))
    counter = Countdown(1)
    print(await anext(counter), await anext(counter, "over"))
    print(await asyncio.gather(anext(one()), asyncio.wait_for(anext(Countdown(5)), 2)))
    try:
        await anext(counter)
    except StopAsyncIteration as error:
        print(repr(error))
    for wrong in (lambda: anext(5), lambda: anext(), lambda: anext(one(), 1, 2)):
        try:
            wrong()
        except TypeError as error:
            print(error)


asyncio.run(main())
