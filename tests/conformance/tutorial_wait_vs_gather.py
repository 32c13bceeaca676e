# wait 和 gather 有什么区别?
import asyncio


async def task(name, seconds):
    await asyncio.sleep(seconds)
    print("完成", name)
    return name


async def main():
    print("gather 按传入顺序返回结果:")
    print(await asyncio.gather(task("A", 2), task("B", 1)))

    print("wait 返回两个集合:")
    tasks = [asyncio.create_task(task(name, s)) for name, s in [("C", 3), ("D", 1)]]
    done, pending = await asyncio.wait(tasks, timeout=2)
    print("已完成:", [t.result() for t in done], "未完成:", len(pending))

    print("wait 不会取消未完成的任务:")
    await asyncio.sleep(2)
    print(all(t.done() for t in tasks))


asyncio.run(main())
