# exit: 1
# Tasks are cancelled while what `main` raised is being handled: a cancelled future raises in that context, a bare yield does not.
import asyncio


async def waits(seconds):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError as error:
        print(seconds, repr(error.__context__))
        try:
            1 / 0
        except ZeroDivisionError as inner:
            print(repr(inner.__context__), repr(inner.__context__.__context__))


async def handles():
    try:
        raise KeyError("handled")
    except KeyError:
        await waits(0)
        await waits(3)


async def main():
    for coroutine in (waits(0), waits(1), handles()):
        asyncio.Task(coroutine)
    raise TypeError("main")


asyncio.run(main())
