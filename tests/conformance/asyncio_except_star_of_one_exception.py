# except* wraps what is no group in a group whose members are a tuple.
import asyncio


async def fail():
    raise KeyError("one")


async def main():
    try:
        await asyncio.create_task(fail())
    except* KeyError as group:
        print(repr(group), group.exceptions)
    try:
        await asyncio.wait_for(3, 1)
    except TypeError as error:
        print(error)
    try:
        await asyncio.wait_for(3, 0)
    except TypeError as error:
        print(error)


asyncio.run(main())
