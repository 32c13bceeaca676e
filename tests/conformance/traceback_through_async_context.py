# exit: 1
import asyncio
import functools
from contextlib import asynccontextmanager


@asynccontextmanager
async def session():
    await asyncio.sleep(1)
    try:
        yield {"id": 1}
    finally:
        await asyncio.sleep(1)
        print("closed")


def logged(function):
    @functools.wraps(function)
    async def wrapper(*args):
        return await function(*args)
    return wrapper


@logged
async def use(key):
    async with session() as data:
        return data[key]


async def main():
    print(await use("id"))
    await use("name")


asyncio.run(main())
