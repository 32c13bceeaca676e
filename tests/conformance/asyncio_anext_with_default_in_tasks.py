import asyncio


async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0.1)
        yield i


async def last(generator):
    return await anext(generator, "last")


async def waits():
    print(await asyncio.gather(last(numbers(0)), last(numbers(1)), anext(numbers(1), 0), anext(numbers(1))))


asyncio.run(waits())
