import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def job(n):
    print("job", n, "starts")
    time.sleep(1)
    return n


async def main():
    loop = asyncio.get_running_loop()
    pool = ThreadPoolExecutor(2)
    results = await asyncio.gather(*(loop.run_in_executor(pool, job, n) for n in range(5)))
    print(results, loop.time())
    pool.shutdown()
    try:
        loop.run_in_executor(pool, job, 9)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
