# An async generator that nobody holds any more is closed by a task of the loop's.
import asyncio


async def numbers(name):
    try:
        for number in range(3):
            yield number
    finally:
        print(name, "closing")
        await asyncio.sleep(0.1)
        print(name, "closed")


async def leave_by_break():
    async for number in numbers("break"):
        print(number)
        break
    print("after the loop")
    await asyncio.sleep(0)
    print("later")


async def leave_by_exception():
    try:
        async for _ in numbers("raise"):
            raise ValueError("enough")
    except ValueError as error:
        print(repr(error))
    await asyncio.sleep(1)


async def leave_at_the_end():
    async for _ in numbers("end"):
        return "returned"


async def held_by_a_traceback():
    generator = numbers("held")
    await anext(generator)
    raise KeyError("held")


async def main():
    await leave_by_break()
    await leave_by_exception()
    print(await asyncio.gather(held_by_a_traceback(), return_exceptions=True))
    await asyncio.sleep(0.5)
    print(await leave_at_the_end())


asyncio.run(main())
