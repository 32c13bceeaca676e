# 咖啡店点单系统,带类型注解和 dataclass
import asyncio
from dataclasses import dataclass, field


@dataclass(order=True)
class Order:
    priority: int
    drink: str = field(compare=False)
    minutes: float = field(compare=False, default=1.0)


async def barista(name: str, orders: "asyncio.PriorityQueue[Order]") -> int:
    made = 0
    while not orders.empty():
        order = await orders.get()
        print(f"{name} 正在做 {order.drink}(优先级 {order.priority})")
        await asyncio.sleep(order.minutes)
        made += 1
        orders.task_done()
    return made


async def main() -> None:
    orders: asyncio.PriorityQueue[Order] = asyncio.PriorityQueue()
    for order in [Order(2, "拿铁", 2), Order(1, "美式"), Order(3, "摩卡", 3), Order(1, "浓缩", 0.5)]:
        await orders.put(order)
    counts = await asyncio.gather(barista("小王", orders), barista("小李", orders))
    print(dict(zip(("小王", "小李"), counts)))


asyncio.run(main())
