import asyncio


async def value(n):
    return n


async def main():
    from_coroutine = asyncio.ensure_future(value(1))
    task = asyncio.create_task(value(2))
    future = asyncio.get_running_loop().create_future()
    print(asyncio.ensure_future(task) is task, asyncio.ensure_future(future) is future)
    future.set_result(3)
    print(await from_coroutine, await asyncio.ensure_future(task), await future)
    try:
        asyncio.ensure_future(42)
    except TypeError as error:
        print(error)


asyncio.run(main())
