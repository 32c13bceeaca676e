import asyncio


def told(task):
    print("told of", task.get_name(), task.result())


async def work(n):
    await asyncio.sleep(n)
    return n


async def main():
    task = asyncio.create_task(work(1), name="job")
    task.add_done_callback(told)
    task.add_done_callback(lambda t: print("also", t is task))
    task.add_done_callback(told)
    print(task.remove_done_callback(told), task.remove_done_callback(print))
    task.add_done_callback(told)
    await task
    print("main woke")
    await asyncio.sleep(0)
    task.add_done_callback(told)
    print("added late")
    await asyncio.sleep(0)


asyncio.run(main())
