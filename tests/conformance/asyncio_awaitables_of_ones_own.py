import asyncio


class Later:
    def __init__(self, value, seconds):
        self.value, self.seconds = value, seconds

    def __await__(self):
        yield from asyncio.sleep(self.seconds).__await__()
        return self.value


class Delegates:
    def __await__(self):
        return Later("delegated", 1).__await__()


class Broken:
    def __await__(self):
        return 5


async def main():
    print(await asyncio.gather(Later(1, 2), Later(2, 1), Delegates()))
    print(await asyncio.wait_for(Later(3, 1), 2), await asyncio.shield(Later(4, 1)), await asyncio.ensure_future(Later(5, 0)))
    try:
        await asyncio.wait_for(Later(6, 2), 1)
    except TimeoutError:
        print("too slow")
    async for one in asyncio.as_completed([Later("x", 1), Later("y", 0)]):
        print(await one)
    for wrong in (lambda: asyncio.create_task(Later(7, 1)), lambda: asyncio.gather(1, 2)):
        try:
            wrong()
        except TypeError as error:
            print(str(error).split(", got")[0])
    try:
        await Broken()
    except TypeError as error:
        print(error)


asyncio.run(main())
