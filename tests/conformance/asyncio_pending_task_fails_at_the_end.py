import asyncio


async def bad_loser():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        raise ValueError("failed while being cancelled")


async def main():
    asyncio.create_task(bad_loser())
    await asyncio.sleep(1)


asyncio.run(main())
print("after run")
