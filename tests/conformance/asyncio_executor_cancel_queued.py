# A job that has not begun is cancelled; one that runs is not.
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def job(n):
    print("job", n, "at", time.monotonic())
    time.sleep(2)
    return n


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1) as pool:
        futures = [loop.run_in_executor(pool, job, n) for n in range(3)]
        await asyncio.sleep(1)
        print(futures[0].cancel(), futures[1].cancel())
        for result in await asyncio.gather(*futures, return_exceptions=True):
            print(repr(result), loop.time())


asyncio.run(main())
print(time.monotonic())
