import asyncio


async def echo():
    received = "start"
    while True:
        try:
            received = yield received
            await asyncio.sleep(1)
        except ValueError as error:
            received = f"caught {error}"


async def main():
    generator = echo()
    print(await generator.asend(None), await generator.asend("one"), await generator.athrow(ValueError("two")))
    try:
        await generator.athrow(KeyError("three"))
    except KeyError as error:
        print("raised", error)
    try:
        await anext(generator)
    except StopAsyncIteration:
        print("over")
    print(await anext(echo(), "default"), await anext(generator, "default"))
    fresh = echo()
    try:
        await fresh.asend(1)
    except TypeError as error:
        print(error)


asyncio.run(main())
