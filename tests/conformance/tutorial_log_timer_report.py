"""Times of jobs, told as a table."""
import asyncio
import statistics
import textwrap
import time
from contextlib import contextmanager

TIMES = {}


@contextmanager
def timed(name):
    start = time.perf_counter()
    try:
        yield
    finally:
        TIMES.setdefault(name, []).append(time.perf_counter() - start)


async def query(n):
    with timed("query"):
        await asyncio.sleep(0.1 * (n % 3 + 1))


async def render(n):
    with timed("render"):
        await asyncio.sleep(0.05)
        if n == 4:
            raise ValueError("template")


async def page(n):
    with timed("page"):
        await query(n)
        await render(n)


async def main():
    results = await asyncio.gather(*(page(n) for n in range(6)), return_exceptions=True)
    print([type(r).__name__ for r in results])
    print(f"{'name':<8}{'n':>3}{'mean':>8}{'median':>8}{'stdev':>8}{'max':>8}")
    for name, times in sorted(TIMES.items()):
        figures = (statistics.mean(times), statistics.median(times), statistics.pstdev(times), max(times))
        print(f"{name:<8}{len(times):>3}" + "".join(f"{value:>8.3f}" for value in figures))
    print(textwrap.fill(f"In all {sum(map(len, TIMES.values()))} spans were measured in {time.perf_counter():.2f} virtual seconds.", 30))


asyncio.run(main())
