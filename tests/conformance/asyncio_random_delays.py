# seed: 1
import asyncio
import random


async def worker(name):
    total = 0
    for _ in range(3):
        delay = random.uniform(0.1, 1)
        total += delay
        await asyncio.sleep(delay)
        print(f"{name} after {total:.3f}")
    return round(total, 2)


async def main():
    print(await asyncio.gather(*(worker(f"w{n}") for n in range(3))))


asyncio.run(main())
