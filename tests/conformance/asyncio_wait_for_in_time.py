import asyncio


async def quick():
    await asyncio.sleep(1)
    return "in time"


async def instant():
    return "at once"


async def main():
    print(await asyncio.wait_for(quick(), 2), await asyncio.wait_for(quick(), timeout=None))
    print(await asyncio.wait_for(instant(), 1))
    task = asyncio.create_task(quick())
    print(await asyncio.wait_for(task, 5), task.done())
    try:
        await asyncio.wait_for(asyncio.create_task(asyncio.sleep(1, "x")), 0)
    except TimeoutError:
        print("no time at all")


asyncio.run(main())
