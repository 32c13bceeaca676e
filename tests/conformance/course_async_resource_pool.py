import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, contextmanager, suppress


class Connection:
    opened = 0

    def __init__(self, number):
        self.number, self.busy = number, False

    async def __aenter__(self):
        await asyncio.sleep(0.1)
        Connection.opened += 1
        print("open", self.number)
        return self

    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0.1)
        print("close", self.number, kind.__name__ if kind else "-")
        return kind is LookupError

    async def query(self, text):
        if "drop" in text:
            raise PermissionError(text)
        await asyncio.sleep(0.5)
        return f"{text} by {self.number}"


class Pool:
    def __init__(self, size):
        self.free = asyncio.Queue()
        self.size = size
        self.stack = AsyncExitStack()

    async def __aenter__(self):
        async with AsyncExitStack() as starting:
            for number in range(self.size):
                self.free.put_nowait(await starting.enter_async_context(Connection(number)))
            self.stack = starting.pop_all()
        return self

    async def __aexit__(self, *info):
        return await self.stack.__aexit__(*info)

    @asynccontextmanager
    async def connection(self):
        connection = await self.free.get()
        try:
            yield connection
        finally:
            self.free.put_nowait(connection)


@contextmanager
def timed(label):
    loop = asyncio.get_running_loop()
    start = loop.time()
    try:
        yield lambda: loop.time() - start
    finally:
        print(f"{label}: {loop.time() - start:.1f}s")


async def ask(pool, text):
    async with pool.connection() as connection:
        return await connection.query(text)


async def ticks(n):
    try:
        for i in range(n):
            await asyncio.sleep(0.2)
            yield i
    finally:
        print("ticks closed")


@asynccontextmanager
async def retrying(times):
    for attempt in range(times):
        yield attempt


async def main():
    with timed("all") as elapsed:
        async with Pool(2) as pool:
            print(await asyncio.gather(*(ask(pool, f"q{n}") for n in range(3))), round(elapsed(), 1))
            with suppress(PermissionError):
                await ask(pool, "drop table")
                print("not here")
    async with Connection(9):
        raise LookupError("swallowed by the connection")
    async with aclosing(ticks(5)) as source:
        async for tick in source:
            if tick == 2:
                break
    try:
        async with retrying(2):
            pass
    except RuntimeError as error:
        print(error)
    try:
        async with AsyncExitStack() as stack:
            stack.push_async_callback(asyncio.sleep, 0.1)
            stack.callback(print, "sync callback")
            await stack.enter_async_context(Connection(7))
            stack.enter_context(timed("inner"))
            raise ValueError("at the end")
    except ValueError as error:
        print(error, Connection.opened)
    try:
        async with 5:
            pass
    except TypeError as error:
        print(error)
    try:
        await AsyncExitStack().enter_async_context(timed("x"))
    except TypeError as error:
        print(error)


asyncio.run(main())
