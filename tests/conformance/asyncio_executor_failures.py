# exit: 1
import asyncio


def fail(kind):
    raise kind("from a thread")


async def main():
    print(await asyncio.gather(*(asyncio.to_thread(fail, kind) for kind in (ValueError, KeyError)), return_exceptions=True))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.to_thread(fail, OSError))
            group.create_task(asyncio.sleep(5))
    except* OSError as errors:
        print(errors.exceptions)
    task = asyncio.create_task(asyncio.to_thread(fail, LookupError), name="thread's task")
    await asyncio.wait([task])
    print(task.get_name(), repr(task.exception()))
    await asyncio.get_running_loop().run_in_executor(None, fail, ArithmeticError)


asyncio.run(main())
