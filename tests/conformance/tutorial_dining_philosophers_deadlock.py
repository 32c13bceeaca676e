# exit: 1
# Everybody takes the left fork first: nobody ever eats.
import asyncio


async def philosopher(n, forks):
    left, right = forks[n], forks[(n + 1) % len(forks)]
    async with left:
        print(f"philosopher {n} holds fork {n}")
        await asyncio.sleep(0.1)
        async with right:
            print(f"philosopher {n} eats")


async def main():
    forks = [asyncio.Lock() for _ in range(3)]
    await asyncio.gather(*(philosopher(n, forks) for n in range(3)))


asyncio.run(main())
