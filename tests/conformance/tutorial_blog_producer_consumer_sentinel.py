import asyncio
import itertools


async def produce(name, queue, count):
    for n in range(count):
        item = f"{name}{n}"
        await queue.put(item)
        print(f"  + {item} (size {queue.qsize()})")
        await asyncio.sleep(0.2)


async def consume(name, queue, seen):
    while True:
        item = await queue.get()
        if item is None:
            queue.task_done()
            break
        await asyncio.sleep(0.5)
        seen[item] = name
        print(f"- {name} took {item}")
        queue.task_done()


async def main():
    queue = asyncio.Queue(2)
    seen = {}
    consumers = [asyncio.create_task(consume(f"c{n}", queue, seen)) for n in range(2)]
    await asyncio.gather(*(produce(letter, queue, 3) for letter in "ab"))
    for _ in consumers:
        await queue.put(None)
    await queue.join()
    await asyncio.gather(*consumers)
    print(len(seen), sorted(seen), [k for k, g in itertools.groupby(sorted(seen.values()))])
    print(queue.empty(), queue.full(), queue.maxsize, queue)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))
    try:
        queue.task_done()
    except ValueError as error:
        print(error)


asyncio.run(main())
