# wait cancels nothing: what is pending goes on.
import asyncio


async def runner(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "arrived")
    return name


async def main():
    pending = {asyncio.create_task(runner(name, seconds)) for name, seconds in [("tortoise", 3), ("hare", 1), ("fox", 2)]}
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        print([task.result() for task in done], len(pending), "left")


asyncio.run(main())
