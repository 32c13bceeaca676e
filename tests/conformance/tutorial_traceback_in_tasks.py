import asyncio
import sys
import traceback


async def fetch(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ConnectionError(f"host {n} is down")
    return n


async def middle(n):
    return await fetch(n)


async def main():
    tasks = [asyncio.create_task(middle(n), name=f"fetch-{n}") for n in (1, 2, 3)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    for task in sorted(done, key=lambda t: t.get_name()):
        if error := task.exception():
            print(task.get_name(), "failed:", error)
            traceback.print_exception(error, file=sys.stdout)
        else:
            print(task.get_name(), task.result())
    for task in pending:
        task.cancel()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(middle(2))
            group.create_task(middle(5))
    except* ConnectionError as several:
        print("".join(traceback.format_exception(several)), end="")
        for error in several.exceptions:
            print(traceback.extract_tb(error.__traceback__)[-1].name)


asyncio.run(main())
