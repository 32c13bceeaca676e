# 哲学家就餐:按编号顺序拿叉子,就不会死锁
import asyncio


async def philosopher(name, left, right, meals, log):
    first, second = sorted((left, right), key=lambda fork: fork["id"])
    for meal in range(meals):
        await asyncio.sleep(0.1)
        async with first["lock"]:
            async with second["lock"]:
                log.append(name)
                print(f"{name} 用 {first['id']} 和 {second['id']} 吃第 {meal + 1} 顿")
                await asyncio.sleep(0.5)


async def main():
    names = ["苏格拉底", "柏拉图", "孔子", "老子", "庄子"]
    forks = [{"id": n, "lock": asyncio.Lock()} for n in range(5)]
    log = []
    await asyncio.gather(*(philosopher(name, forks[i], forks[(i + 1) % 5], 2, log) for i, name in enumerate(names)))
    print("用餐顺序:", "、".join(log))


asyncio.run(main())
