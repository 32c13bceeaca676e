import asyncio


async def cook(dish, minutes):
    await asyncio.sleep(minutes)
    print(dish, "ready")
    return dish


async def main():
    async with asyncio.TaskGroup() as group:
        soup = group.create_task(cook("soup", 2))
        bread = group.create_task(cook("bread", 1), name="baker")
        print("all ordered")
    print(soup.result(), bread.result(), bread.get_name())


asyncio.run(main())
