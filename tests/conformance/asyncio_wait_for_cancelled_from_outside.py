import asyncio


async def inner():
    try:
        await asyncio.sleep(10)
    finally:
        print("inner cleaned up")


async def main():
    task = asyncio.create_task(asyncio.wait_for(inner(), 5))
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled, not timed out", task.cancelled())


asyncio.run(main())
