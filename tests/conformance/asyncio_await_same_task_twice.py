# Several may wait for one task; they wake in the order in which they began to wait.
import asyncio


async def slow():
    await asyncio.sleep(1)
    return "answer"


async def listener(name, task):
    print(name, await task)


async def main():
    task = asyncio.create_task(slow())
    await asyncio.gather(*(listener(name, task) for name in "xyz"))
    print("again", await task, await task)


asyncio.run(main())
