import asyncio


async def work():
    try:
        return await asyncio.wait_for(asyncio.sleep(10, "slept"), 3)
    except TimeoutError:
        return "the inner limit"


async def main():
    for outer in (1, 3, 5):
        try:
            async with asyncio.timeout(outer):
                print(outer, await work())
        except TimeoutError:
            print(outer, "the outer limit", asyncio.current_task().cancelling())


asyncio.run(main())
