import asyncio


async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0.1)
        yield i


async def main():
    for start in (0, 1, 2):
        generator = numbers(1)
        for _ in range(start):
            print(await anext(generator, "over"))
        for act in (generator.athrow(ValueError("x")), generator.athrow(KeyError("y")), generator.aclose(), generator.asend(None)):
            try:
                print(await act)
            except (ValueError, KeyError, StopAsyncIteration) as error:
                print(repr(error))


asyncio.run(main())
