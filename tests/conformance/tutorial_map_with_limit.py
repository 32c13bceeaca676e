import asyncio


async def map_limited(function, items, limit):
    """Like gather(*map(function, items)), never more than `limit` at a time."""
    semaphore = asyncio.Semaphore(limit)

    async def one(item):
        async with semaphore:
            return await function(item)

    return await asyncio.gather(*(one(item) for item in items))


active = peak = 0


async def resize(image):
    global active, peak
    active += 1
    peak = max(peak, active)
    await asyncio.sleep(0.1 * (image % 4 + 1))
    active -= 1
    return f"{image}.png"


async def main():
    print(await map_limited(resize, range(10), limit=4))
    print("never more than", peak, "at a time,", round(asyncio.get_running_loop().time(), 2), "seconds")


asyncio.run(main())
