import asyncio


async def forever():
    try:
        await asyncio.Event().wait()
    finally:
        print("stopped")


async def fail():
    asyncio.create_task(forever())
    await asyncio.sleep(0)
    raise KeyError("inside")


try:
    with asyncio.Runner() as runner:
        try:
            runner.run(fail())
        except KeyError as error:
            print("caught", error)
        raise OSError("outside")
except OSError as error:
    print(error, repr(error.__context__))
