import asyncio


async def nap(seconds):
    await asyncio.sleep(seconds)
    return "rested"


async def fails():
    raise ValueError("v")


async def main():
    task = asyncio.create_task(nap(1), name="napper")
    print(task)
    await asyncio.sleep(0)
    print(task)
    task.cancel()
    print(task)
    await asyncio.wait([task])
    print(task)
    for coro in (nap(0), fails()):
        task = asyncio.create_task(coro, name="other")
        await asyncio.wait([task])
        print(task)
    print(repr(task.exception()))


asyncio.run(main())
