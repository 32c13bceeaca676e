import asyncio


async def main():
    for seconds in (0, -1):
        try:
            async with asyncio.timeout(seconds):
                print("first part runs")
                await asyncio.sleep(0)
                print("second part too?")
                await asyncio.sleep(0)
                print("third?")
        except TimeoutError:
            print("timeout")
    async with asyncio.timeout(0):
        print("nothing awaited, nothing raised")


asyncio.run(main())
