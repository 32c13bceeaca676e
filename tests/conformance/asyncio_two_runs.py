# Each run has a loop of its own; the numbers of task names and the clock go on.
import asyncio


async def main(label):
    await asyncio.sleep(1)
    print(label, asyncio.current_task().get_name(), asyncio.get_running_loop().time())


asyncio.run(main("first"))
asyncio.run(main("second"))
