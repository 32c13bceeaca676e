import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    print("done", name)
    return name


async def main():
    print(await asyncio.gather(fetch("slow", 3), fetch("fast", 1), fetch("middle", 2)))
    print(await asyncio.gather(), await asyncio.gather(fetch("alone", 0)))


asyncio.run(main())
