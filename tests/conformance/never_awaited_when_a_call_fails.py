# What was on the way into a call that fails is lost there, the last first.
import asyncio
import contextlib


async def one():
    pass


async def two():
    pass


def fail():
    raise ValueError("no third")


async def main():
    with contextlib.suppress(ValueError):
        print("gather")
        await asyncio.gather(one(), two(), fail())
    try:
        [one(), two(), fail()]
    except ValueError as error:
        print(error)


asyncio.run(main())
