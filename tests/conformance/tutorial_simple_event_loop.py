# Build your own event loop (blog post in three parts)
import heapq
import time
from collections import deque
from types import coroutine


@coroutine
def sleep(seconds):
    yield ("sleep", seconds)


@coroutine
def spawn(coro):
    return (yield ("spawn", coro))


@coroutine
def join(task):
    return (yield ("join", task))


class Task:
    counter = 0

    def __init__(self, coro):
        Task.counter += 1
        self.id = Task.counter
        self.coro = coro
        self.waiting = []
        self.result = None
        self.done = False


class Loop:
    def __init__(self):
        self.ready = deque()
        self.sleeping = []
        self.seq = 0

    def create(self, coro):
        t = Task(coro)
        self.ready.append((t, None))
        return t

    def run(self, coro):
        main = self.create(coro)
        while self.ready or self.sleeping:
            if not self.ready:
                when, _, task = heapq.heappop(self.sleeping)
                time.sleep(max(0, when - time.monotonic()))
                self.ready.append((task, None))
            task, value = self.ready.popleft()
            try:
                op, arg = task.coro.send(value)
            except StopIteration as e:
                task.done, task.result = True, e.value
                self.ready.extend((w, e.value) for w in task.waiting)
                continue
            match op:
                case "sleep":
                    self.seq += 1
                    heapq.heappush(self.sleeping, (time.monotonic() + arg, self.seq, task))
                case "spawn":
                    self.ready.append((task, self.create(arg)))
                case "join" if arg.done:
                    self.ready.append((task, arg.result))
                case "join":
                    arg.waiting.append(task)
        return main.result


async def child(name, n):
    for i in range(n):
        print(f"{time.monotonic():.1f} {name}: {i}")
        await sleep(0.5 if name == "a" else 0.3)
    return name * n


async def main():
    a = await spawn(child("a", 2))
    b = await spawn(child("b", 3))
    print("spawned", a.id, b.id)
    return await join(a), await join(b)


loop = Loop()
print(loop.run(main()))
c = child("z", 1)
print(c.__name__, c.cr_frame is not None, c.cr_running)
c.close()
g = sleep(1)
print(type(g), next(g))
