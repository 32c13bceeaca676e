# What asyncio.run cancels at the end sees the exception that ended main as its context.
import asyncio


async def sleeper():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        print(repr(error), repr(error.__context__))
        raise KeyError("closing")


async def main():
    tasks = [asyncio.create_task(sleeper())]
    await asyncio.sleep(0)
    raise ValueError(len(tasks))


try:
    asyncio.run(main())
except ValueError as error:
    print(repr(error), repr(error.__context__))
