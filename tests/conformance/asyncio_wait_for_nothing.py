# `wait` asks first whether there is anything to wait for, whatever it is.
import asyncio


async def main():
    for nothing in (0, None, "", [], set()):
        try:
            await asyncio.wait(nothing)
        except Exception as error:
            print(repr(error))
    try:
        await asyncio.wait([], return_when="never")
    except Exception as error:
        print(repr(error))


asyncio.run(main())
