import asyncio
import time


async def task(n):
    await asyncio.sleep(n)
    return n * 10


async def sequential():
    return [await task(1), await task(2), await task(3)]


async def concurrent():
    tasks = [asyncio.create_task(task(n)) for n in (1, 2, 3)]
    return [await t for t in tasks]


async def blocking():
    async def bad(n):
        time.sleep(n)
        return n

    return await asyncio.gather(bad(1), bad(2))


async def comprehension():
    return [value async for value in numbers() if value % 2]


async def numbers():
    for n in range(5):
        await asyncio.sleep(0.1)
        yield n


async def main():
    for function in (sequential, concurrent, blocking, comprehension):
        start = time.perf_counter()
        result = await function()
        print(f"{function.__name__:<14}{result} in {time.perf_counter() - start:.1f}s")
    coro = task(1)
    print(type(coro).__name__, asyncio.iscoroutine(coro))
    coro.close()


asyncio.run(main())
