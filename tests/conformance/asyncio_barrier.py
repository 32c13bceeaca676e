import asyncio


async def runner(name, seconds, barrier):
    await asyncio.sleep(seconds)
    print(name, "arrives", barrier.n_waiting)
    position = await barrier.wait()
    print(name, "starts, position", position)


async def main():
    barrier = asyncio.Barrier(3)
    print(barrier.parties, barrier.broken)
    await asyncio.gather(*(runner(name, seconds, barrier) for name, seconds in [("a", 2), ("b", 1), ("c", 3)]))
    async with asyncio.Barrier(1) as position:
        print("alone", position)


asyncio.run(main())
