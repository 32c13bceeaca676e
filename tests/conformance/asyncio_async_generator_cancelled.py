import asyncio


async def source():
    try:
        for n in range(10):
            await asyncio.sleep(1)
            yield n
    finally:
        print("source closes")


async def reader():
    async for n in source():
        print(n)


async def main():
    task = asyncio.create_task(reader())
    await asyncio.sleep(2.5)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
