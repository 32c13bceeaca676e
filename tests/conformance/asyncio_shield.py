# Cancelling who waits for a shield leaves the work inside alone.
import asyncio


async def precious():
    await asyncio.sleep(2)
    print("precious work is done")
    return 42


async def outer(task):
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        print("outer was cancelled")
        raise


async def main():
    task = asyncio.create_task(precious())
    waiting = asyncio.create_task(outer(task))
    await asyncio.sleep(1)
    waiting.cancel()
    print(await asyncio.gather(waiting, return_exceptions=True))
    print(await task, await asyncio.shield(task))
    task = asyncio.create_task(precious())
    waiting = asyncio.shield(task)
    await asyncio.sleep(1)
    task.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        print("from the inside it goes through")


asyncio.run(main())
