import asyncio


async def work():
    await asyncio.sleep(1)


async def main():
    await asyncio.gather(
        work(),
    )


asyncio.run(main())
