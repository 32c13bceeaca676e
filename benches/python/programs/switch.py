# A task yields to the others: sleep(0).
import asyncio
from time import perf_counter

TASKS = 1_000
TIMES = 50


async def worker():
    for _ in range(TIMES):
        await asyncio.sleep(0)


async def main():
    start = perf_counter()
    await asyncio.gather(*(worker() for _ in range(TASKS)))
    print(perf_counter() - start)


asyncio.run(main())
