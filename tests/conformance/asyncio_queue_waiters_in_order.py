import asyncio


async def getter(name, queue):
    print(name, "got", await queue.get())


async def main():
    queue = asyncio.Queue()
    getters = [asyncio.create_task(getter(name, queue)) for name in "abc"]
    await asyncio.sleep(1)
    for n in range(2):
        queue.put_nowait(n)
    late = asyncio.create_task(getter("late", queue))
    await asyncio.sleep(1)
    await queue.put(2)
    await queue.put(3)
    await asyncio.gather(*getters, late)


asyncio.run(main())
