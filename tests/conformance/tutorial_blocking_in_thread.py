# 阻塞函数放进线程,事件循环照样转
import asyncio
import time


def blocking_io(name, seconds):
    print(f"{name} 开始阻塞")
    time.sleep(seconds)
    print(f"{name} 结束阻塞")
    return seconds


async def heartbeat():
    while True:
        print("滴答", time.perf_counter())
        await asyncio.sleep(1)


async def main():
    heart = asyncio.create_task(heartbeat())
    results = await asyncio.gather(
        asyncio.to_thread(blocking_io, "读文件", 1.5),
        asyncio.to_thread(blocking_io, "查数据库", 2.5),
    )
    heart.cancel()
    print("结果", results)


asyncio.run(main())
