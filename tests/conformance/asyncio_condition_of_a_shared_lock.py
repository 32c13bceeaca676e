import asyncio


async def consumer(name, condition, items):
    async with condition:
        await condition.wait_for(lambda: items)
        print(name, "takes", items.pop(0))


async def main():
    lock = asyncio.Lock()
    full, empty = asyncio.Condition(lock), asyncio.Condition(lock=lock)
    items = []
    tasks = [asyncio.create_task(consumer(name, full, items)) for name in "ab"]
    await asyncio.sleep(0)
    async with empty:
        items.append(1)
        full.notify()
    await asyncio.sleep(1)
    async with full:
        items += [2, 3]
        full.notify_all()
    await asyncio.gather(*tasks)
    print(items, lock.locked())
    await full.acquire()
    print(empty.locked())
    full.release()
    try:
        empty.release()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
