import asyncio


async def waiter(name, barrier):
    try:
        await barrier.wait()
        print(name, "passed")
    except asyncio.BrokenBarrierError as error:
        print(name, "broken", repr(error))


async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(waiter(name, barrier)) for name in "ab"]
    await asyncio.sleep(1)
    await barrier.abort()
    await asyncio.gather(*tasks, waiter("late", barrier))
    print(barrier.broken)
    await barrier.reset()
    print(barrier.broken)
    tasks = [asyncio.create_task(waiter(name, barrier)) for name in "cd"]
    await asyncio.sleep(1)
    await barrier.reset()
    await asyncio.gather(*tasks)
    await asyncio.gather(*(waiter(name, barrier) for name in "efg"))


asyncio.run(main())
