import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def job(n):
    time.sleep(n)
    return n * n


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, job, 1), loop.time())
    with ThreadPoolExecutor(max_workers=2) as pool:
        futures = [loop.run_in_executor(pool, job, n) for n in (2, 2, 1)]
        for earliest in asyncio.as_completed(futures):
            print(await earliest, loop.time())
    try:
        await loop.run_in_executor(None, job, "x")
    except TypeError as error:
        print(error)


asyncio.run(main())
