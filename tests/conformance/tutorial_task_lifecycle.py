# 任务的一生:创建、运行、等待、完成、取消
import asyncio


def state(task):
    if not task.done():
        return "进行中"
    if task.cancelled():
        return "已取消"
    return f"异常 {task.exception()!r}" if task.exception() else f"结果 {task.result()!r}"


async def good():
    await asyncio.sleep(1)
    return "好"


async def bad():
    await asyncio.sleep(2)
    raise RuntimeError("坏")


async def main():
    tasks = {"good": asyncio.create_task(good()), "bad": asyncio.create_task(bad()), "long": asyncio.create_task(asyncio.sleep(99))}
    for second in range(4):
        print(f"第 {second} 秒:", {name: state(task) for name, task in tasks.items()})
        if second == 2:
            tasks["long"].cancel()
        await asyncio.sleep(1)


asyncio.run(main())
