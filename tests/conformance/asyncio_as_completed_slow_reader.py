# Results wait for the reader: they come in the order of completion even if all are there.
import asyncio


async def job(n):
    await asyncio.sleep(n)
    return n


async def main():
    iterator = asyncio.as_completed([job(n) for n in (0.3, 0.1, 0.2)])
    await asyncio.sleep(1)
    for item in iterator:
        print(await item)
        await asyncio.sleep(1)
    print(list(asyncio.as_completed([])))


asyncio.run(main())
