import asyncio


async def waiter(name, barrier):
    try:
        print(name, await barrier.wait())
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(waiter(name, barrier)) for name in "ab"]
    await asyncio.sleep(1)
    tasks.append(asyncio.create_task(waiter("c", barrier)))
    await asyncio.sleep(0)
    tasks[0].cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True))
    print(barrier.n_waiting, barrier.broken)


asyncio.run(main())
