import asyncio
import concurrent.futures
import functools
import time


def blocking(name, seconds):
    time.sleep(seconds)
    return f"{name} after {seconds}"


def crunch(limit):
    return sum(n * n for n in range(limit))


async def ticker():
    for n in range(4):
        print("tick", n)
        await asyncio.sleep(0.5)


async def main():
    loop = asyncio.get_running_loop()
    one, two, _ = await asyncio.gather(
        loop.run_in_executor(None, blocking, "default", 1),
        asyncio.to_thread(blocking, "to_thread", seconds=1.5),
        ticker(),
    )
    print(one, "|", two, "|", loop.time())
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        jobs = [loop.run_in_executor(pool, functools.partial(blocking, f"job{n}", seconds=1)) for n in range(4)]
        print(await asyncio.gather(*jobs), loop.time())
        print(await loop.run_in_executor(pool, crunch, 1000))
    try:
        await asyncio.to_thread(int, "x")
    except ValueError as error:
        print(error)


asyncio.run(main())
