import asyncio
import itertools


async def insert(rows):
    await asyncio.sleep(0.2 + 0.01 * len(rows))
    print(f"inserted {rows[0]}..{rows[-1]}")
    return len(rows)


async def main():
    total = 0
    for batch in itertools.batched(range(100, 123), 5):
        total += await insert(batch)
    print("one by one:", total, f"{asyncio.get_running_loop().time():.2f}")
    chunks = [list(range(start, min(start + 8, 123))) for start in range(100, 123, 8)]
    total = sum(await asyncio.gather(*map(insert, chunks)))
    print("together:", total, f"{asyncio.get_running_loop().time():.2f}")


asyncio.run(main())
