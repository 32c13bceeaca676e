import asyncio


async def waiter(name, event):
    print(name, "waits")
    print(name, await event.wait(), asyncio.get_running_loop().time())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(name, event)) for name in "abc"]
    await asyncio.sleep(1)
    event.set()
    print("set", event.is_set())
    await asyncio.gather(*tasks)
    await waiter("late", event)


asyncio.run(main())
