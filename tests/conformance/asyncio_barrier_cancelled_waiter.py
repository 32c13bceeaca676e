import asyncio


async def waiter(name, barrier):
    try:
        print(name, await barrier.wait())
    except asyncio.CancelledError:
        print(name, "cancelled, waiting:", barrier.n_waiting)
        raise


async def main():
    try:
        asyncio.Barrier(0)
    except ValueError as error:
        print(error)
    barrier = asyncio.Barrier(2)
    first = asyncio.create_task(waiter("first", barrier))
    await asyncio.sleep(1)
    first.cancel()
    await asyncio.wait([first])
    print(barrier.n_waiting, barrier.broken)
    await asyncio.gather(waiter("second", barrier), waiter("third", barrier))


asyncio.run(main())
