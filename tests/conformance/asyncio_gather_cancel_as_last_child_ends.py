import asyncio


async def nap(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def waiter():
    return await asyncio.gather(nap(1), nap(1))


async def main():
    task = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(1, task.cancel)
    print(await asyncio.gather(task, return_exceptions=True))
    group = asyncio.gather(nap(1), nap(1))
    await asyncio.sleep(1)
    print(group.done(), group.cancel())
    print(await asyncio.gather(group, return_exceptions=True))


asyncio.run(main())
