# The trace's times are rounded as Python rounds: by the number that is really there, not by one nearby.
import asyncio


async def main():
    for turn in range(12):
        await asyncio.sleep(1e-10)
    for turn in range(5):
        await asyncio.sleep(1.5e-9)


asyncio.run(main())
