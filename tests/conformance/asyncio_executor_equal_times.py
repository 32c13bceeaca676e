# Threads and timers that are due together.
import asyncio
import time


def job(name, seconds):
    time.sleep(seconds)
    print(name, "thread", time.monotonic())
    return name


async def coro(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "task", time.monotonic())
    return name


async def main():
    results = await asyncio.gather(
        coro("a", 1), asyncio.to_thread(job, "b", 1), coro("c", 1), asyncio.to_thread(job, "d", 1), coro("e", 0)
    )
    print(results)


asyncio.run(main())
