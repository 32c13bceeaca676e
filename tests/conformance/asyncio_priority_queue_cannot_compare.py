import asyncio


class Job:
    def __init__(self, priority):
        self.priority = priority

    def __lt__(self, other):
        return self.priority < other.priority


async def main():
    queue = asyncio.PriorityQueue()
    await queue.put((1, Job(1)))
    await queue.put((1, Job(0)))
    print((await queue.get())[1].priority, (await queue.get())[1].priority)
    await queue.put((1, {}))
    try:
        await queue.put((1, {}))
    except TypeError as error:
        print(error)
    print(queue.qsize())


asyncio.run(main())
