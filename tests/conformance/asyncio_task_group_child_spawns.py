import asyncio


async def walk(group, depth):
    print("depth", depth)
    await asyncio.sleep(1)
    if depth < 3:
        group.create_task(walk(group, depth + 1))
        group.create_task(walk(group, depth + 2))


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(walk(group, 1))
    print("all walked", asyncio.get_running_loop().time())


asyncio.run(main())
