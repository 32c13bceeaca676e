# 3.13: iterated with async for, it gives the very tasks that were put in.
import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    if name == "bad":
        raise LookupError(name)
    return name


async def main():
    tasks = [asyncio.create_task(fetch(name, seconds), name=name) for name, seconds in [("slow", 3), ("fast", 1), ("bad", 2)]]
    async for task in asyncio.as_completed(tasks):
        print(task in tasks, task.get_name(), task.exception() or task.result())
    try:
        async for task in asyncio.as_completed([fetch("a", 1), fetch("b", 5)], timeout=2):
            print(await task)
    except TimeoutError as error:
        print("timeout", repr(error))


asyncio.run(main())
