import asyncio


async def main():
    loop = asyncio.get_running_loop()
    deadline = loop.time() + 2
    for seconds in (1, 0.5, 3):
        try:
            async with asyncio.timeout_at(deadline):
                await asyncio.sleep(seconds)
                print("slept", seconds, loop.time())
        except TimeoutError:
            print("too late", loop.time())


asyncio.run(main())
