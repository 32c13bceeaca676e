import asyncio
from contextlib import AsyncExitStack, asynccontextmanager


class Connection:
    def __init__(self, host):
        self.host = host

    async def __aenter__(self):
        await asyncio.sleep(0.1)
        print("connected to", self.host)
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0.05)
        print("closing", self.host, kind.__name__ if kind else None)
        return kind is KeyError

    async def query(self, key):
        await asyncio.sleep(0.2)
        return {"one": 1}[key]


@asynccontextmanager
async def transaction(connection):
    print("begin")
    try:
        yield connection
    except Exception as error:
        print("rollback:", repr(error))
        raise
    else:
        print("commit")


async def main():
    async with Connection("db") as db, transaction(db) as t:
        print(await t.query("one"))
    async with Connection("db") as db:
        async with transaction(db):
            await db.query("two")
    print("the KeyError was swallowed")
    async with AsyncExitStack() as stack:
        hosts = [await stack.enter_async_context(Connection(f"h{n}")) for n in range(3)]
        stack.push_async_callback(asyncio.sleep, 0)
        stack.callback(print, "callback first")
        print([c.host for c in hosts])
    try:
        async with Connection("last"):
            raise RuntimeError("not swallowed")
    except RuntimeError as error:
        print(error)


asyncio.run(main())
