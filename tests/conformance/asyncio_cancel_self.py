import asyncio


async def quits():
    asyncio.current_task().cancel()
    print("still running until the next await")
    await asyncio.sleep(0)
    print("never")


async def returns():
    asyncio.current_task().cancel()
    return "returned first"


async def main():
    for coro in (quits(), returns()):
        task = asyncio.create_task(coro)
        await asyncio.wait([task])
        print(task.cancelled())


asyncio.run(main())
