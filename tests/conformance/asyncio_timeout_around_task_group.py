import asyncio


async def child(seconds):
    try:
        await asyncio.sleep(seconds)
        return seconds
    finally:
        print("child", seconds, "ends")


async def main():
    try:
        async with asyncio.timeout(2):
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(child(n)) for n in (1, 3, 5)]
    except TimeoutError:
        print([task.cancelled() for task in tasks], tasks[0].result())


asyncio.run(main())
