import asyncio


async def greet(name):
    print("hello", name)
    return len(name)


async def main():
    coro = greet("Ann")
    print(type(coro).__name__, coro.__name__)
    print(await coro)
    try:
        await coro
    except RuntimeError as error:
        print(error)


asyncio.run(main())
