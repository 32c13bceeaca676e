# Cancelling who waits leaves the tasks alone.
import asyncio


async def nap(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "woke")


async def waiter(tasks):
    try:
        await asyncio.wait(tasks)
    except asyncio.CancelledError:
        print("waiter cancelled")
        raise


async def main():
    tasks = [asyncio.create_task(nap(name, 2)) for name in "ab"]
    waiting = asyncio.create_task(waiter(tasks))
    await asyncio.sleep(1)
    waiting.cancel()
    await asyncio.wait([waiting])
    print(waiting.cancelled(), [task.done() for task in tasks])
    await asyncio.gather(*tasks)


asyncio.run(main())
