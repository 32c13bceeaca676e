import asyncio


async def main():
    for parties in (0, -1):
        try:
            asyncio.Barrier(parties)
        except ValueError as error:
            print(error)
    try:
        asyncio.Barrier()
    except TypeError as error:
        print(error)
    barrier = asyncio.Barrier(2)
    await barrier.abort()
    print(barrier.broken, barrier.n_waiting)
    for enter in (barrier.wait, barrier.__aenter__):
        try:
            await enter()
        except asyncio.BrokenBarrierError as error:
            print(repr(error), isinstance(error, RuntimeError))
    await barrier.reset()
    print(barrier.broken, await asyncio.gather(barrier.wait(), barrier.wait()))
    try:
        barrier.parties = 3
    except AttributeError as error:
        print(error)


asyncio.run(main())
