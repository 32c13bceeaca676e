# A task that is cancelled within nested async generators catches it and goes on: when are they closed?
import asyncio


async def source(n):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(1)
    finally:
        print("source over")


async def doubled(items):
    try:
        async for x in items:
            yield x * 2
    finally:
        print("doubled over")


async def through(n):
    async for x in doubled(source(n)):
        pass
    yield n


async def goes_on(stream):
    try:
        await anext(stream)
    except asyncio.CancelledError as error:
        print("caught", repr(error))
    await asyncio.sleep(0)


async def awaits_directly():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("caught")
    h = source(1)
    await anext(h)
    await asyncio.sleep(0)


async def main():
    tasks = [asyncio.create_task(goes_on(through(2))), asyncio.create_task(awaits_directly())]
    late = asyncio.create_task(goes_on(through(3)))
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    print("main over", late.done())


asyncio.run(main())
