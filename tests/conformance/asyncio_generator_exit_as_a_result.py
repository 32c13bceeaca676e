# exit: 1
import asyncio


async def fails(error):
    await asyncio.sleep(0)
    raise error


async def inner(error):
    try:
        await asyncio.gather(fails(error))
    except BaseException as caught:
        print("inner", repr(caught), caught is error)
        raise
    finally:
        print("inner ends")


async def middle(error):
    try:
        return await inner(error)
    except BaseException as caught:
        print("middle", repr(caught), caught is error)
        raise


async def main():
    try:
        await middle(GeneratorExit("first"))
    except GeneratorExit as error:
        print("main", error)
    await middle(GeneratorExit("second"))


asyncio.run(main())
