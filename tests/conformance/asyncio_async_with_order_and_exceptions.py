import asyncio


class Resource:
    def __init__(self, name, delay=0):
        self.name, self.delay = name, delay

    async def __aenter__(self):
        await asyncio.sleep(self.delay)
        print("open", self.name)
        return self.name

    async def __aexit__(self, kind, error, trace):
        print("close", self.name, kind and kind.__name__)
        await asyncio.sleep(self.delay)
        return kind is KeyError


async def main():
    async with (
        Resource("a", 1) as a,
        Resource("b") as b,
    ):
        print("using", a, b)
    async with Resource("c"), Resource("d"):
        raise KeyError("swallowed by the inner one")
    task = asyncio.create_task(hold())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    try:
        async with object():
            pass
    except TypeError as error:
        print(error)


async def hold():
    async with Resource("e"):
        await asyncio.sleep(10)


asyncio.run(main())
