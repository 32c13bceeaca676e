import asyncio
import enum
import itertools


class Dish(enum.StrEnum):
    SOUP = "soup"
    PASTA = "pasta"
    CAKE = "cake"

    @property
    def minutes(self):
        return {"soup": 5, "pasta": 12, "cake": 3}[self.value]


async def cook(kitchen, table, dish):
    async with kitchen:
        print(f"{now():>4} cooking {dish} for {table}")
        await asyncio.sleep(dish.minutes)
    return table, dish


async def waiter(orders, kitchen, served):
    tickets = itertools.count(1)
    cooking = set()
    while orders or cooking:
        if orders:
            table, dish = orders.pop(0)
            cooking.add(asyncio.create_task(cook(kitchen, table, dish), name=f"ticket-{next(tickets)}"))
        done, cooking = await asyncio.wait(cooking, timeout=1, return_when=asyncio.FIRST_COMPLETED)
        for task in sorted(done, key=lambda t: t.get_name()):
            table, dish = task.result()
            served.setdefault(table, []).append(dish)
            print(f"{now():>4} {task.get_name()} {dish!s} -> {table}")


def now():
    return asyncio.get_running_loop().time()


async def main():
    served = {}
    orders = [("t1", Dish.SOUP), ("t2", Dish.PASTA), ("t1", Dish.CAKE), ("t2", Dish("cake"))]
    await waiter(orders, asyncio.Semaphore(2), served)
    for table, dishes in served.items():
        print(table, dishes, sum(d.minutes for d in dishes))
    print(f"closed at {now()}", [d.name for d in Dish], Dish.SOUP == "soup", repr(Dish.CAKE))


asyncio.run(main())
