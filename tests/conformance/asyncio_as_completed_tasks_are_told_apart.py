import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    if name == "b":
        raise ValueError(name)
    return name


async def main():
    tasks = {asyncio.create_task(fetch(name, seconds)): name for name, seconds in (("a", 2), ("b", 1), ("c", 2))}
    async for task in asyncio.as_completed(tasks):
        try:
            print(tasks[task], await task, asyncio.get_running_loop().time())
        except ValueError as error:
            print("failed", error)
    try:
        async for task in asyncio.as_completed([fetch("d", 1), fetch("e", 3)], timeout=2):
            print(await task)
    except TimeoutError:
        print("time is up", len(asyncio.all_tasks()))


asyncio.run(main())
