import asyncio


async def background():
    try:
        for n in range(10):
            print("background", n)
            await asyncio.sleep(1)
    finally:
        print("background ends")


async def start():
    asyncio.create_task(background())
    await asyncio.sleep(1.5)


async def look():
    await asyncio.sleep(2)
    return len(asyncio.all_tasks())


with asyncio.Runner() as runner:
    runner.run(start())
    print("between the runs nothing moves")
    print(runner.run(look()))
