import asyncio
from contextvars import ContextVar

color = ContextVar("color", default="none")


async def paint():
    for name in ("red", "green"):
        color.set(name)
        yield name


def plain():
    color.set("plain")
    yield color.get()


async def main():
    async for name in paint():
        print(name, color.get())
    for name in plain():
        print(name, color.get())
    generator = paint()
    await asyncio.create_task(first(generator))
    print(color.get())


async def first(generator):
    print(await anext(generator), color.get())
    await generator.aclose()


asyncio.run(main())
