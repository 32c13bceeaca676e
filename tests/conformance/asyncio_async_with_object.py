import asyncio


class Connection:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        await asyncio.sleep(1)
        print(self.name, "connected")
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0.5)
        print(self.name, "closed", repr(error))
        return isinstance(error, ValueError)

    async def query(self):
        await asyncio.sleep(1)
        raise ValueError("bad query")


async def use(name):
    async with Connection(name) as connection:
        await connection.query()
    print(name, "goes on")


async def main():
    await asyncio.gather(use("one"), use("two"))


asyncio.run(main())
