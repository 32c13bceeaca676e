import asyncio


async def nap(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    early = asyncio.create_task(nap(1))
    await asyncio.sleep(0)
    late = asyncio.create_task(nap(1))
    done, pending = await asyncio.wait([early, late], timeout=1)
    print(early.done(), late.done(), len(done), len(pending))
    await asyncio.gather(early, late)


asyncio.run(main())
