# The wait is cancelled; the thread goes on.
import asyncio
import time


def stubborn():
    time.sleep(3)
    print("the thread ends at", time.monotonic())


async def main():
    try:
        await asyncio.wait_for(asyncio.to_thread(stubborn), 1)
    except TimeoutError:
        print("gave up waiting at", time.monotonic())


asyncio.run(main())
print("run returns at", time.monotonic())
