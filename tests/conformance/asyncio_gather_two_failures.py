# The second failure is told to nobody, and is not reported either.
import asyncio


async def fail(seconds, error):
    await asyncio.sleep(seconds)
    raise error


async def main():
    try:
        await asyncio.gather(fail(2, KeyError("late")), fail(1, ValueError("early")), fail(1, TypeError("same time")))
    except Exception as error:
        print(repr(error))
    await asyncio.sleep(5)


asyncio.run(main())
