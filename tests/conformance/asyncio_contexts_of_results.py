# What wait_for() and run_until_complete() raise has what is handled around them as its context, and nothing else.
import asyncio


def chain(error):
    names = []
    while error:
        names.append(type(error).__name__)
        error = error.__context__
    print(*names, sep=" <- ")


async def fails():
    try:
        raise KeyError(1)
    except KeyError:
        raise IndexError(2)


async def no_time():
    try:
        raise ValueError
    except ValueError:
        await asyncio.wait_for(asyncio.sleep(0), 0)


async def generator():
    try:
        yield 1
    finally:
        await asyncio.wait_for(asyncio.sleep(1), 0)


async def closes():
    numbers = generator()
    await anext(numbers)
    await numbers.aclose()


loop = asyncio.new_event_loop()
for program in (fails, no_time, closes):
    try:
        loop.run_until_complete(program())
    except Exception as error:
        chain(error)
    try:
        raise OSError
    except OSError:
        try:
            loop.run_until_complete(program())
        except Exception as error:
            chain(error)
    try:
        raise OSError
    except OSError:
        try:
            asyncio.run(program())
        except Exception as error:
            chain(error)
