# A task that awaits itself stays marked as awaited: whoever awaits it next is refused, too.
import asyncio


async def itself():
    print(await task)


async def other():
    await task


async def main():
    global task
    task = asyncio.create_task(itself())
    print(await asyncio.gather(task, other(), other(), return_exceptions=True))


asyncio.run(main())
