import asyncio

async def party(barrier, name, delay):
    await asyncio.sleep(delay)
    try:
        async with barrier as place:
            print(name, "passes", place, barrier.n_waiting)
    except asyncio.BrokenBarrierError as error:
        print(name, "broken", error)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise

async def main():
    barrier = asyncio.Barrier(3)
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    await asyncio.gather(*(party(barrier, name, 1) for name in "abc"))
    tasks = [asyncio.create_task(party(barrier, name, 0)) for name in "de"]
    await asyncio.sleep(0.5)
    print(barrier.n_waiting)
    await barrier.reset()
    await asyncio.gather(*tasks)
    tasks = [asyncio.create_task(party(barrier, name, 0)) for name in "fg"]
    await asyncio.sleep(0.5)
    tasks[0].cancel()
    await asyncio.sleep(0)
    print(barrier.n_waiting)
    await barrier.abort()
    print(await asyncio.gather(*tasks, return_exceptions=True))
    try:
        await barrier.wait()
    except asyncio.BrokenBarrierError as error:
        print(repr(error), barrier.broken)
    await barrier.reset()
    await asyncio.gather(*(party(barrier, name, n) for n, name in enumerate("hij")))
    for parties in (0, -1):
        try:
            asyncio.Barrier(parties)
        except ValueError as error:
            print(error)

asyncio.run(main())
