import asyncio


async def quick():
    return "quick"


async def rival():
    print("rival")


async def main():
    task = asyncio.create_task(quick())
    await asyncio.sleep(0)
    asyncio.create_task(rival())
    print(task.done(), await task)
    print("main was not interrupted")
    await asyncio.sleep(0)


asyncio.run(main())
