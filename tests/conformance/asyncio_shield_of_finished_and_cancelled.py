import asyncio


async def value(n):
    await asyncio.sleep(n)
    return n


async def main():
    task = asyncio.create_task(value(1))
    shielded = asyncio.shield(task)
    print(shielded is task, await shielded)
    print(asyncio.shield(task) is task)
    inner = asyncio.create_task(value(5))
    outer = asyncio.shield(inner)
    outer.cancel()
    await asyncio.sleep(0)
    print(outer.cancelled(), inner.cancelled(), inner.done())
    inner.cancel()
    await asyncio.wait([inner])
    print(inner.cancelled())


asyncio.run(main())
