import asyncio


async def interrupted():
    await asyncio.sleep(1)
    raise KeyboardInterrupt


async def main():
    asyncio.create_task(interrupted())
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("main is cancelled")
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
