import asyncio


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("stubborn stays")
        await asyncio.sleep(2)
        return "stayed"


async def polite():
    await asyncio.sleep(10)


async def main():
    group = asyncio.gather(stubborn(), polite())
    await asyncio.sleep(1)
    group.cancel()
    try:
        print(await group)
    except asyncio.CancelledError:
        print("group cancelled at", asyncio.get_running_loop().time())
    only = asyncio.gather(stubborn())
    await asyncio.sleep(0)
    only.cancel()
    try:
        print(await only)
    except asyncio.CancelledError:
        print("even though every child returned")


asyncio.run(main())
