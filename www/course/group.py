import asyncio

async def copy(folder, seconds):
    await asyncio.sleep(seconds)
    print("copied", folder)

async def check(seconds):
    await asyncio.sleep(seconds)
    raise OSError("disk full")

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(copy("photos", 1))
            group.create_task(check(2))
            group.create_task(copy("films", 3))
    except* OSError as errors:
        print("stopped:", errors.exceptions[0])

asyncio.run(main())
