import asyncio


async def patient():
    for attempt in range(3):
        try:
            await asyncio.sleep(10)
            return "slept"
        except asyncio.CancelledError as error:
            print("attempt", attempt, "interrupted", error.args)
    return "gave in"


async def main():
    task = asyncio.create_task(patient())
    await asyncio.sleep(1)
    print(task.cancel("one"), task.cancel("two"), task.cancelling())
    await asyncio.sleep(1)
    print(task.cancel("three"), task.cancelling(), task.done())
    print(await task, task.cancelled())


asyncio.run(main())
