import asyncio


async def fails_when_cancelled(name):
    try:
        await asyncio.sleep(10)
    finally:
        raise RuntimeError(f"{name} was cancelled")


async def main():
    for name in ("one", "two"):
        asyncio.create_task(fails_when_cancelled(name), name=name)
    await asyncio.sleep(1)
    return "main is over"


print(asyncio.run(main()))
