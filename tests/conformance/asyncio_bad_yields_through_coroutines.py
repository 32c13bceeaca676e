import asyncio


class Yields:
    def __init__(self, *values):
        self.values = values

    def __await__(self):
        for value in self.values:
            try:
                print("got", (yield value))
            except RuntimeError as error:
                print(error)
        return "end"


async def through(awaitable):
    return await awaitable


async def main():
    for values in [(5,), ("text", None), ([1, 2], 3), (None, object)]:
        print(await Yields(*values))
        print(await through(Yields(*values)))
        print(await asyncio.wait_for(Yields(*values), 1))
        print(await asyncio.gather(Yields(*values), through(Yields(*values))))
    try:
        await through(object)
    except TypeError as error:
        print("not caught", error)


asyncio.run(main())
