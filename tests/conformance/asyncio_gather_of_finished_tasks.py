import asyncio


async def value(n):
    return n


async def main():
    tasks = [asyncio.create_task(value(n)) for n in range(3)]
    await asyncio.sleep(0)
    print([task.done() for task in tasks])
    print(await asyncio.gather(*tasks))
    print(await asyncio.gather(*tasks, value("new")))


asyncio.run(main())
