# seed: 11
import asyncio
import random


class Fork:
    def __init__(self, number):
        self.number = number
        self.lock = asyncio.Lock()

    def __lt__(self, other):
        return self.number < other.number


async def dine(name, left, right, meals, table):
    first, second = sorted((left, right))
    for meal in range(meals):
        await asyncio.sleep(random.uniform(0.1, 0.5))
        async with first.lock, second.lock:
            table.append(name)
            print(f"{name} eats with forks {first.number} and {second.number} ({meal + 1}/{meals})")
            await asyncio.sleep(0.3)
    return f"{name} is full"


async def main():
    names = ["Plato", "Kant", "Hume", "Laozi", "Arendt"]
    forks = [Fork(n) for n in range(len(names))]
    table = []
    async with asyncio.timeout(30):
        results = await asyncio.gather(*(dine(name, forks[n], forks[(n + 1) % len(forks)], 2, table) for n, name in enumerate(names)))
    print(*results, sep="\n")
    print({name: table.count(name) for name in names})


asyncio.run(main())
