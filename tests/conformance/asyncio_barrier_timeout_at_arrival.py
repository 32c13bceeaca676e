# The last party comes at the very moment in which the first gives up.
import asyncio


async def patient(barrier):
    try:
        async with asyncio.timeout(1):
            print("patient", await barrier.wait())
    except TimeoutError:
        print("patient gives up", barrier.n_waiting, barrier.broken)


async def late(barrier):
    await asyncio.sleep(1)
    try:
        async with asyncio.timeout(1):
            print("late", await barrier.wait())
    except TimeoutError:
        print("late gives up", asyncio.get_running_loop().time())


async def main():
    barrier = asyncio.Barrier(2)
    await asyncio.gather(patient(barrier), late(barrier))


asyncio.run(main())
