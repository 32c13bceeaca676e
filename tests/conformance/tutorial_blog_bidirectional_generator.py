import asyncio


async def averager():
    total = count = 0
    average = None
    try:
        while True:
            value = yield average
            if value is None:
                continue
            await asyncio.sleep(0.1)
            total += value
            count += 1
            average = total / count
    except ValueError as error:
        print("inside:", error)
        yield "recovered"
    finally:
        print("closing after", count)


async def main():
    agen = averager()
    print(await agen.__anext__())
    for value in (10, 20, 60):
        print(await agen.asend(value))
    print(await agen.athrow(ValueError("bad input")))
    await agen.aclose()
    try:
        await agen.asend(1)
    except StopAsyncIteration:
        print("exhausted")
    fresh = averager()
    try:
        await fresh.asend(5)
    except TypeError as error:
        print(error)
    await fresh.aclose()
    print(agen.__name__, type(agen).__name__, agen.ag_running)


asyncio.run(main())
