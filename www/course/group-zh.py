import asyncio

async def copy(folder, seconds):
    await asyncio.sleep(seconds)
    print("已复制", folder)

async def check(seconds):
    await asyncio.sleep(seconds)
    raise OSError("磁盘已满")

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(copy("照片", 1))
            group.create_task(check(2))
            group.create_task(copy("影片", 3))
    except* OSError as errors:
        print("已停止：", errors.exceptions[0])

asyncio.run(main())
