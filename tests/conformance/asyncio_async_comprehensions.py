import asyncio


async def ticks(n):
    for i in range(n):
        await asyncio.sleep(1)
        yield i


async def double(n):
    await asyncio.sleep(0.5)
    return n * 2


async def main():
    print([n async for n in ticks(3)], {n: n * n async for n in ticks(3) if n})
    print([await double(n) for n in range(3)], {n async for n in ticks(2)})
    source = (n + 10 async for n in ticks(2))
    print(type(source).__name__, [n async for n in source])
    print([await double(n) async for n in ticks(2)], asyncio.get_running_loop().time())


asyncio.run(main())
