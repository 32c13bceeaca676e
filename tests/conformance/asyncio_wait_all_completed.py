import asyncio


async def work(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError(n)
    return n


async def main():
    tasks = [asyncio.create_task(work(n), name=f"work {n}") for n in (3, 1, 2)]
    done, pending = await asyncio.wait(tasks)
    print(len(done), len(pending))
    for task in tasks:
        print(task.get_name(), task in done, task.exception() or task.result())


asyncio.run(main())
