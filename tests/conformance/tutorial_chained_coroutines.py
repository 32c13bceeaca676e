# 协程链:一个任务的结果是下一个任务的输入
import asyncio


async def get_user(uid):
    await asyncio.sleep(0.5)
    return {"id": uid, "name": ["张三", "李四", "王五"][uid]}


async def get_orders(user):
    await asyncio.sleep(0.2 * (user["id"] + 1))
    return [{"user": user["name"], "price": 10 * n} for n in range(1, user["id"] + 2)]


async def total_price(uid):
    user = await get_user(uid)
    orders = await get_orders(user)
    total = sum(order["price"] for order in orders)
    print(f"{user['name']} 共 {len(orders)} 单,合计 {total} 元")
    return total


async def main():
    totals = await asyncio.gather(*(total_price(uid) for uid in range(3)))
    print("总计", sum(totals), "元")


asyncio.run(main())
