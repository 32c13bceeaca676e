import asyncio


async def leaf(name, seconds):
    await asyncio.sleep(seconds)
    print(name)
    return name


async def main():
    results = await asyncio.gather(
        asyncio.gather(leaf("a", 2), leaf("b", 1)),
        leaf("c", 1.5),
        asyncio.gather(asyncio.gather(leaf("d", 0)), leaf("e", 1)),
    )
    print(results)


asyncio.run(main())
