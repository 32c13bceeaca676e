import asyncio
import contextlib
import time


@contextlib.asynccontextmanager
async def timed(label):
    start = time.perf_counter()
    print(f"--> {label}")
    try:
        yield
    finally:
        print(f"<-- {label}: {time.perf_counter() - start:.2f}s")


async def load(name, seconds):
    async with timed(name):
        await asyncio.sleep(seconds)
        return name * 2


async def main():
    async with timed("everything"):
        async with timed("sequential"):
            await load("a", 0.25)
            await load("b", 0.5)
        async with timed("concurrent"):
            print(await asyncio.gather(load("c", 0.25), load("d", 0.5)))


asyncio.run(main())
