import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    loop = asyncio.get_running_loop()
    for next_one in asyncio.as_completed([fetch("slow", 3), fetch("fast", 1), fetch("mid", 2), fetch("also mid", 2)]):
        print(await next_one, loop.time())


asyncio.run(main())
