# The same awaitable given twice runs once and gives its result twice.
import asyncio


async def once():
    print("running")
    await asyncio.sleep(1)
    return [1]


async def main():
    coro = once()
    first, second = await asyncio.gather(coro, coro)
    print(first is second)
    task = asyncio.create_task(once())
    print(await asyncio.gather(task, once(), task))


asyncio.run(main())
