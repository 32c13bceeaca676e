import asyncio


async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("inner", error.args)
        raise


async def outer():
    try:
        await asyncio.gather(inner(), inner())
    except asyncio.CancelledError as error:
        print("outer", error.args)
        raise


async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(1)
    task.cancel(msg=("a", 1))
    try:
        await task
    except asyncio.CancelledError as error:
        print("main", error.args)
    try:
        task.result()
    except asyncio.CancelledError as error:
        print("result", error.args)


asyncio.run(main())
