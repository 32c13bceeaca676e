# Done and due at the same moment: the timer made first fires first.
import asyncio


async def nap(seconds):
    await asyncio.sleep(seconds)
    return "slept"


async def attempt(seconds, timeout):
    try:
        print(await asyncio.wait_for(nap(seconds), timeout))
    except TimeoutError:
        print("timed out")


async def main():
    await attempt(1, 1)
    task = asyncio.create_task(nap(1))
    await asyncio.sleep(0)
    try:
        print(await asyncio.wait_for(task, 1))
    except TimeoutError:
        print("task timed out")
    await asyncio.gather(attempt(2, 2), attempt(2, 1), attempt(1, 2))


asyncio.run(main())
