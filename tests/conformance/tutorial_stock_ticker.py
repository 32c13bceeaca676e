# seed: 5
import asyncio
import random
from collections import deque


async def ticker(symbol, price, queue):
    for _ in range(5):
        await asyncio.sleep(random.choice([0.2, 0.5, 0.8]))
        price *= 1 + random.gauss(0, 0.02)
        await queue.put((symbol, round(price, 2)))


async def monitor(queue, window=3):
    history = {}
    while True:
        symbol, price = await queue.get()
        prices = history.setdefault(symbol, deque(maxlen=window))
        prices.append(price)
        average = sum(prices) / len(prices)
        arrow = "▲" if price > average else "▼" if price < average else "="
        print(f"{asyncio.get_running_loop().time():4.1f} {symbol:<5} {price:>8,.2f} {arrow} {average:,.2f}")


async def main():
    queue = asyncio.Queue()
    watching = asyncio.create_task(monitor(queue))
    await asyncio.gather(ticker("ACME", 100, queue), ticker("中石油", 8.5, queue))
    await asyncio.sleep(0)
    watching.cancel()


asyncio.run(main())
