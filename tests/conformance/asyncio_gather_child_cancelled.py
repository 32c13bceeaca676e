import asyncio


async def nap(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    victim = asyncio.create_task(nap(5))
    asyncio.get_running_loop().call_later(1, victim.cancel)
    print(await asyncio.gather(nap(2), victim, return_exceptions=True))

    victim = asyncio.create_task(nap(5))
    other = asyncio.create_task(nap(3))
    asyncio.get_running_loop().call_later(1, victim.cancel)
    try:
        await asyncio.gather(other, victim)
    except asyncio.CancelledError:
        print("a cancelled child cancels the wait, not the sibling:", other.done())
    print(await other)


asyncio.run(main())
