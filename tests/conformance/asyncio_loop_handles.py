import asyncio


def note(*args):
    print("note", args)


async def main():
    loop = asyncio.get_running_loop()
    soon, later, at = loop.call_soon(note, 1), loop.call_later(1, note), loop.call_at(2.0, note, 3)
    print(isinstance(soon, asyncio.Handle), isinstance(soon, asyncio.TimerHandle), isinstance(at, asyncio.TimerHandle))
    print(issubclass(asyncio.TimerHandle, asyncio.Handle), type(later).__name__, later.when(), at.when(), later < at)
    print(soon, later, at, sep="\n")
    later.cancel()
    later.cancel()
    print(later.cancelled(), soon.cancelled(), later)
    await asyncio.sleep(0)
    print(soon.cancelled())
    soon.cancel()
    print(soon.cancelled())
    await asyncio.sleep(3)
    for wrong in (lambda: soon.when(), lambda: loop.call_later(1),
                  lambda: loop.call_later(None, note), lambda: loop.call_at(None, note)):
        try:
            wrong()
        except (AttributeError, TypeError) as error:
            print(error)


asyncio.run(main())
