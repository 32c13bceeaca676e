import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for given in (ValueError, KeyError("made"), StopIteration()):
        future = loop.create_future()
        future.set_exception(given)
        try:
            await future
        except Exception as error:
            print(repr(error), repr(error.__cause__))


asyncio.run(main())
