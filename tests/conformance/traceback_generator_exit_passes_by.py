# exit: 1
# A GeneratorExit that is thrown in closes what is awaited with another one, and then goes on without its frames.
import asyncio


async def exits():
    raise GeneratorExit("mine")


async def inner():
    try:
        await asyncio.gather(exits())
    except GeneratorExit as error:
        print("inner", repr(error))
        raise


async def outer():
    try:
        await inner()
    except GeneratorExit as error:
        print("outer", repr(error))
        raise


asyncio.run(outer())
