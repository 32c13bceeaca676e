# 官方风格的入门例子:先顺序等待,再并发等待。
import asyncio
import time


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)


async def main():
    print(f"开始于 {time.strftime('%X')}")
    await say_after(1, "你好")
    await say_after(2, "世界")
    print(f"结束于 {time.strftime('%X')}")

    task1 = asyncio.create_task(say_after(1, "hello"))
    task2 = asyncio.create_task(say_after(2, "world"))
    print(f"再次开始 {time.strftime('%X')}")
    await task1
    await task2
    print(f"再次结束 {time.strftime('%X')}")


asyncio.run(main())
