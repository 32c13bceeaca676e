# exit: 1
import asyncio


async def work():
    async with asyncio.timeout(0.1):
        await asyncio.sleep(1)


async def outer():
    task = asyncio.create_task(work())
    await asyncio.sleep(0.5)
    raise KeyError


async def main():
    try:
        await outer()
    except KeyError:
        pass
    print("nobody has been told yet")
    1 / 0


asyncio.run(main())
