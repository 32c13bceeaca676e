import asyncio
import time


def job(n):
    time.sleep(1)
    return n


async def main():
    loop = asyncio.get_running_loop()
    for earliest in asyncio.as_completed([asyncio.to_thread(job, n) for n in range(10)]):
        print(await earliest, loop.time())


asyncio.run(main())
