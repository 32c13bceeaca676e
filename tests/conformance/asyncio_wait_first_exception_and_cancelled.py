# A cancelled task is not an exception for FIRST_EXCEPTION.
import asyncio


async def nap(seconds):
    await asyncio.sleep(seconds)


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(nap(seconds)) for seconds in (1, 2, 3)]
    loop.call_later(0.5, tasks[2].cancel)
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(loop.time(), len(done), len(pending), [task.cancelled() for task in tasks])


asyncio.run(main())
