import asyncio


async def forgotten():
    print("never printed")


async def main():
    forgotten()
    print("main")


asyncio.run(main())
