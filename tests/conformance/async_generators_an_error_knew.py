# What errors keep of the functions that they passed, asyncio's own among them: when are async generators closed?
import asyncio


async def numbers(name, n=3):
    try:
        for i in range(n):
            try:
                yield i
            except ValueError:
                yield "recovered"
    finally:
        print("over", name)


async def forever():
    await asyncio.sleep(100)


async def no_time():
    waiting = anext(numbers("no time"), "over")
    print(await waiting)
    try:
        await asyncio.wait_for(asyncio.create_task(forever()), 0)
    except TimeoutError as error:
        print(repr(error))


async def no_stop_iteration():
    g = numbers("thrown into")
    print(await anext(g))
    try:
        await asyncio.wait_for(g.athrow(StopAsyncIteration("stop")), 0.05)
    except RuntimeError as error:
        print(repr(error))
    h = numbers("beside it")
    await anext(h)


async def thrown_in_tasks():
    g = numbers("in tasks")
    print(await anext(g))
    for error in ValueError("first"), RuntimeError("second"), RuntimeError("third"):
        try:
            task = asyncio.ensure_future(g.athrow(error))
            print(await task)
        except RuntimeError as error:
            print(repr(error))
    print(await g.aclose())


async def main():
    for part in no_time, no_stop_iteration, thrown_in_tasks:
        await asyncio.create_task(part())
        print(part.__name__, "is over")
        await asyncio.sleep(0)


asyncio.run(main())
