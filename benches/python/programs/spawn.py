# A task is made, runs and is gathered.
import asyncio
from time import perf_counter

TASKS = 1_000
ROUNDS = 20


async def square(number):
    return number * number


async def main():
    start = perf_counter()
    for _ in range(ROUNDS):
        squares = await asyncio.gather(*(square(number) for number in range(TASKS)))
        assert squares[-1] == (TASKS - 1) ** 2
    print(perf_counter() - start)


asyncio.run(main())
