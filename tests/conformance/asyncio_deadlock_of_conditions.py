# exit: 1
import asyncio


async def waiter(condition):
    async with condition:
        await condition.wait()


async def main():
    condition = asyncio.Condition()
    async with asyncio.TaskGroup() as group:
        group.create_task(waiter(condition), name="one")
        group.create_task(waiter(condition), name="two")
    print("never")


asyncio.run(main())
