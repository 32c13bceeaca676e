# `wait` finds out about what is no future when it adds its callback.
import asyncio


class Deaf:
    pass


async def main():
    for given in ([0], [asyncio.create_task(asyncio.sleep(0.1)), Deaf()], [[]], ["text"]):
        try:
            await asyncio.wait(given)
        except (AttributeError, TypeError) as error:
            print(repr(error))


asyncio.run(main())
