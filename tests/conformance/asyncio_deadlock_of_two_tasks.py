# exit: 1
import asyncio


async def wait_for_other(others, key):
    await asyncio.sleep(1)
    print(key, "waits")
    await others[key]


async def main():
    tasks = {}
    tasks["a"] = asyncio.create_task(wait_for_other(tasks, "b"), name="A")
    tasks["b"] = asyncio.create_task(wait_for_other(tasks, "a"), name="B")
    await asyncio.wait(tasks.values())


asyncio.run(main())
