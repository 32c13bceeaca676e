import asyncio
from dataclasses import dataclass, field
from typing import Any


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)
    payload: Any = field(default=None, compare=False)


async def worker(queue, log):
    while not queue.empty():
        job = await queue.get()
        await asyncio.sleep(job.priority * 0.1)
        log.append(job.name)
        if job.name == "deploy":
            queue.put_nowait(Job(0, "rollback", {"why": "tests"}))


async def main():
    queue = asyncio.PriorityQueue()
    for priority, name in ((3, "report"), (1, "deploy"), (2, "build"), (1, "alert")):
        queue.put_nowait(Job(priority, name))
    print(queue.qsize(), Job(1, "a") < Job(2, "b"), Job(1, "a") == Job(1, "b"), Job(5, "x", [1]))
    log = []
    await worker(queue, log)
    print(log, asyncio.get_running_loop().time())
    stack = asyncio.LifoQueue()
    for n in range(4):
        await stack.put(n)
    print([stack.get_nowait() for _ in range(stack.qsize())])


asyncio.run(main())
