import asyncio


async def work():
    await asyncio.sleep(1)
    raise KeyError("broken")


async def main():
    task = asyncio.create_task(work())
    try:
        task.result()
    except asyncio.InvalidStateError as error:
        print(error)
    await asyncio.wait([task])
    print(repr(task.exception()), task.done(), task.cancelled())
    for _ in range(2):
        try:
            task.result()
        except KeyError as error:
            print("raised", error)
    for method in (task.set_result, task.set_exception):
        try:
            method(None)
        except RuntimeError as error:
            print(error)


asyncio.run(main())
