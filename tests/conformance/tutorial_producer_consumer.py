# 生产者与消费者:包子铺
import asyncio
import random

random.seed(2024)


async def baker(queue, n):
    for i in range(1, n + 1):
        await asyncio.sleep(random.random())
        bun = f"第{i}个包子"
        await queue.put(bun)
        print(f"[生产] {bun},笼里有 {queue.qsize()} 个")
    await queue.put(None)


async def eater(queue):
    count = 0
    while True:
        bun = await queue.get()
        if bun is None:
            break
        await asyncio.sleep(0.6)
        count += 1
        print(f"[消费] 吃掉{bun}")
    return count


async def main():
    queue = asyncio.Queue(maxsize=3)
    _, eaten = await asyncio.gather(baker(queue, 6), eater(queue))
    print("一共吃了", eaten, "个")


asyncio.run(main())
