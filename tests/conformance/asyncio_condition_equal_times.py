# Three waiters, one notify(2) and one timeout, all at the same moment.
import asyncio


async def waiter(name, condition):
    async with condition:
        try:
            print(name, await asyncio.wait_for(condition.wait(), 1))
        except TimeoutError:
            print(name, "too late")


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(name, condition)) for name in "abc"]
    await asyncio.sleep(1)
    async with condition:
        print("notify", condition.locked())
        condition.notify(2)
    await asyncio.gather(*tasks)


asyncio.run(main())
