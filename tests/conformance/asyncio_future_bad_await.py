# A coroutine may only yield futures of its own loop.
import asyncio


class Yields:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


async def main():
    print(await Yields(None))
    try:
        await Yields("text")
    except RuntimeError as error:
        print(str(error).split(" got ")[1])
    future = asyncio.new_event_loop().create_future()
    try:
        await future
    except RuntimeError as error:
        print(str(error).split("> ")[-1])
    print(await asyncio.gather(Delayed(1), Delayed(2)))


class Delayed:
    def __init__(self, seconds):
        self.seconds = seconds

    def __await__(self):
        yield from asyncio.sleep(self.seconds).__await__()
        return self.seconds


asyncio.run(main())
