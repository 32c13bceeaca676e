import asyncio
from collections import Counter
from typing import Awaitable, Callable, TypeVar

T = TypeVar("T")


class BulkheadFull(Exception):
    pass


class Bulkhead:
    def __init__(self, limit: int, queue: int):
        self._sem = asyncio.Semaphore(limit)
        self._limit, self._queue = limit, queue
        self._inside = 0

    async def run(self, coro_fn: Callable[[], Awaitable[T]]) -> T:
        if self._inside >= self._limit + self._queue:
            raise BulkheadFull(f"{self._inside} calls already")
        self._inside += 1
        try:
            async with self._sem:
                return await coro_fn()
        finally:
            self._inside -= 1


async def with_fallback(primary, *fallbacks, timeout=0.5):
    errors = []
    for fn in (primary, *fallbacks):
        try:
            return await asyncio.wait_for(fn(), timeout)
        except (Exception, asyncio.CancelledError) as e:
            errors.append(f"{fn.__name__}: {type(e).__name__}({e})")
    raise RuntimeError("; ".join(errors))


async def hedged(fn, n=3, delay=0.2):
    tasks = set()
    try:
        for i in range(n):
            tasks.add(asyncio.create_task(fn(i)))
            done, _ = await asyncio.wait(tasks, timeout=delay, return_when=asyncio.FIRST_COMPLETED)
            if done:
                return done.pop().result()
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        return done.pop().result()
    finally:
        for t in tasks:
            if t.cancel():
                print("cancelled hedge")


async def slow():
    await asyncio.sleep(3)
    return "slow"


async def broken():
    raise ConnectionError("refused")


async def cached():
    return "cached value"


async def replica(i):
    await asyncio.sleep([1.0, 0.15, 0.5][i])
    return f"replica {i}"


async def main():
    b = Bulkhead(2, 1)
    results = await asyncio.gather(*(b.run(lambda i=i: asyncio.sleep(0.1, i)) for i in range(5)), return_exceptions=True)
    print(Counter(type(r).__name__ for r in results), results)
    print(await with_fallback(slow, broken, cached))
    try:
        await with_fallback(slow, broken)
    except RuntimeError as e:
        print(e)
    print(await hedged(replica), asyncio.get_running_loop().time())
    await asyncio.sleep(0)
    print(len(asyncio.all_tasks()))


asyncio.run(main())
