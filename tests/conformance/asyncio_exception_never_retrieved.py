import asyncio


async def fails():
    raise ValueError("nobody looks")


async def main():
    asyncio.create_task(fails(), name="forgotten")
    await asyncio.sleep(1)
    print("main did not notice")


asyncio.run(main())
