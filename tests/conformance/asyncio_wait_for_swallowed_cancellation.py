# A result that comes in spite of the cancellation is given out, late as it is; so is another error.
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        await asyncio.sleep(1)
    return "finished anyway"


async def failing():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise KeyError("instead")


async def main():
    for coro in (stubborn(), failing()):
        try:
            print(await asyncio.wait_for(coro, 1))
        except (TimeoutError, KeyError) as error:
            print(repr(error), repr(error.__context__))


asyncio.run(main())
