# 同步与异步的耗时对比
import asyncio
import time


def cook_sync(dish):
    print(f"开始做 {dish}")
    time.sleep(2)
    print(f"{dish} 做好了")


async def cook(dish):
    print(f"开始做 {dish}")
    await asyncio.sleep(2)
    print(f"{dish} 做好了")


async def main():
    await asyncio.gather(*[cook(dish) for dish in ("米饭", "青菜", "汤")])


start = time.time()
for dish in ("米饭", "青菜", "汤"):
    cook_sync(dish)
print("同步耗时: %.2f 秒" % (time.time() - start))

start = time.time()
asyncio.run(main())
print("异步耗时: %.2f 秒" % (time.time() - start))
