# 异步任务里的异常应该怎么处理
import asyncio


async def divide(a, b):
    await asyncio.sleep(b / 10)
    return a / b


async def main():
    # 方法一:直接 await,用 try/except
    try:
        await divide(1, 0)
    except ZeroDivisionError as e:
        print("方法一:", e)
    # 方法二:return_exceptions=True
    for result in await asyncio.gather(divide(4, 2), divide(1, 0), return_exceptions=True):
        print("方法二:", repr(result))
    # 方法三:done 回调里检查
    task = asyncio.create_task(divide(3, 0))
    task.add_done_callback(lambda t: print("方法三:", t.exception()))
    await asyncio.wait([task])
    # 方法四:TaskGroup 与 except*
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(divide(1, 0))
            tg.create_task(divide(10, 5))
    except* ZeroDivisionError as group:
        print("方法四:", group.exceptions)


asyncio.run(main())
