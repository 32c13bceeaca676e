import asyncio
import itertools
from collections import Counter, deque
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import Enum, IntEnum


class Priority(IntEnum):
    HIGH = 1
    NORMAL = 5
    LOW = 9


class State(Enum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"


@dataclass(order=True)
class Job:
    priority: Priority
    number: int = field(default_factory=itertools.count(1).__next__)
    name: str = field(default="job", compare=False)
    state: State = field(default=State.WAITING, compare=False, repr=False)
    history: list = field(default_factory=list, compare=False, repr=False)

    def to(self, state):
        self.history.append((self.state, state))
        self.state = state
        return self


@asynccontextmanager
async def slot(limit, job):
    async with limit:
        job.to(State.RUNNING)
        try:
            yield job
        finally:
            job.to(State.DONE)


async def worker(name, queue, limit, done):
    while True:
        job = await queue.get()
        async with slot(limit, job):
            await asyncio.sleep(job.priority / 10)
            print(f"{name}: {job.name} {job.priority!r} {job.priority.name.lower():>6}")
        done.append(job)
        queue.task_done()


async def main():
    queue, limit, done = asyncio.PriorityQueue(), asyncio.Semaphore(2), deque(maxlen=4)
    for name, priority in zip("abcdef", itertools.cycle(Priority)):
        queue.put_nowait(Job(priority, name=name))
    workers = [asyncio.create_task(worker(f"w{n}", queue, limit, done), name=f"w{n}") for n in range(3)]
    await queue.join()
    for task in workers:
        task.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))
    print([job.name for job in done], Counter(job.priority.name for job in done), done[0])
    print([tuple(s.value for s in step) for step in done[0].history], asyncio.get_running_loop().time())


asyncio.run(main())
