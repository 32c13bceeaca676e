import asyncio


async def value(n):
    await asyncio.sleep(n)
    return n


async def main():
    for wrong in (value, 5):
        try:
            asyncio.as_completed(wrong)
        except TypeError as error:
            print(error)
    coro = value(0)
    try:
        asyncio.as_completed(coro)
    except TypeError as error:
        print(error)
    await coro
    print([await one for one in asyncio.as_completed([])])
    async for one in asyncio.as_completed(()):
        print(one)
    same = asyncio.create_task(value(1))
    print([await one for one in asyncio.as_completed({same, same})], len(list(asyncio.as_completed([same, same]))))
    iterator = asyncio.as_completed([value(2), value(1)])
    first = await anext(iterator)
    print(type(first).__name__, await first, iter(iterator) is iterator)
    second = next(iterator)
    print(asyncio.iscoroutine(second), await second)
    try:
        await anext(iterator)
    except StopAsyncIteration:
        print("over")


asyncio.run(main())
