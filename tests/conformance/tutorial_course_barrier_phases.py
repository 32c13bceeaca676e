import asyncio


async def player(name, barrier, speeds):
    for phase, speed in enumerate(speeds, 1):
        await asyncio.sleep(speed)
        place = await barrier.wait()
        if place == 0:
            print(f"--- phase {phase} begins for all at {asyncio.get_running_loop().time()}")
        print(name, "phase", phase)
        await asyncio.sleep(0)
    return name


async def main():
    barrier = asyncio.Barrier(3)
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    print(await asyncio.gather(player("red", barrier, [1, 2]), player("blue", barrier, [2, 1]), player("green", barrier, [3, 0])))
    lone = asyncio.create_task(barrier.wait())
    await asyncio.sleep(1)
    print(barrier.n_waiting)
    await barrier.abort()
    try:
        await lone
    except asyncio.BrokenBarrierError as error:
        print("broken", repr(error), barrier.broken)
    await barrier.reset()
    print(barrier.broken)


asyncio.run(main())
