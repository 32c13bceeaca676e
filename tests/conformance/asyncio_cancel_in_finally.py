import asyncio


async def worker():
    try:
        await asyncio.sleep(10)
    finally:
        print("cleaning")
        await asyncio.sleep(2)
        print("cleaned")


async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.sleep(1)
    print("second request", task.cancel(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError:
        print(asyncio.get_running_loop().time())


asyncio.run(main())
