import asyncio


async def work(name, seconds):
    print(name, "begins")
    await asyncio.sleep(seconds)
    return name


async def main():
    loop = asyncio.get_running_loop()
    print(await work("a", 1), await work("b", 2), loop.time())
    print(await asyncio.create_task(work("c", 1)), await asyncio.create_task(work("d", 2)), loop.time())
    tasks = [asyncio.create_task(work(name, 2)) for name in "ef"]
    for task in tasks:
        print(await task, loop.time())


asyncio.run(main())
