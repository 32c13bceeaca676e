# A task that awaits itself stays marked as awaited: whoever awaits it next is refused, too.
import asyncio


async def itself():
    print(await task)


async def other():
    await task


async def main():
    global task
    task = asyncio.create_task(itself())
    others = [asyncio.create_task(other()), asyncio.create_task(other())]
    await asyncio.sleep(0.1)
    print(task.exception())
    print([each.exception() for each in others])


asyncio.run(main())
