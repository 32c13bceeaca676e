import asyncio


async def chatter(name):
    print(name, 1)
    await asyncio.sleep(0)
    print(name, 2)
    asyncio.create_task(leaf(name))
    print(name, 3)


async def leaf(name):
    print("leaf of", name)


async def main():
    tasks = [asyncio.create_task(chatter(name)) for name in "ab"]
    print("created")
    await asyncio.gather(*tasks)


async def eager_main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    await main()


asyncio.run(main())
print("---")
asyncio.run(eager_main())
