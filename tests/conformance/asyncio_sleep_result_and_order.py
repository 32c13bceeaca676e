import asyncio


async def nap(name, seconds):
    result = await asyncio.sleep(seconds, f"{name} rested")
    print(result)
    return seconds


async def main():
    await asyncio.gather(nap("long", 3), nap("short", 1), nap("none", 0), nap("negative", -1), nap("middle", 1.5))


asyncio.run(main())
