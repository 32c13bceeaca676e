# While `wait_for(task, 0)` cancels the task, the task's repr shows the partial that will wake who waits.
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(1)
    finally:
        print(repr(asyncio.current_task()).partition('() at')[0])


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    try:
        await asyncio.wait_for(task, 0)
    except TimeoutError as error:
        print(repr(error))


asyncio.run(main())
