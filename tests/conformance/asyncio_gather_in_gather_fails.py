import asyncio


async def fails(seconds):
    await asyncio.sleep(seconds)
    raise ValueError(seconds)


async def steady(name):
    await asyncio.sleep(2)
    print(name, "done")
    return name


async def main():
    inner = asyncio.gather(fails(1), steady("inner"))
    outer = asyncio.gather(inner, steady("outer"), return_exceptions=True)
    print(await outer)
    print(repr(inner.exception()))


asyncio.run(main())
