import types
from collections import deque


@types.coroutine
def switch():
    yield


@types.coroutine
def sleep_until(tick):
    return (yield ("sleep", tick))


class Scheduler:
    def __init__(self):
        self.ready, self.sleeping, self.tick = deque(), [], 0

    def spawn(self, coro):
        self.ready.append((coro, None))

    def run(self):
        while self.ready or self.sleeping:
            self.tick += 1
            for entry in [e for e in self.sleeping if e[0] <= self.tick]:
                self.sleeping.remove(entry)
                self.ready.append((entry[1], self.tick))
            for _ in range(len(self.ready)):
                coro, value = self.ready.popleft()
                try:
                    request = coro.send(value)
                except StopIteration as stop:
                    print(f"tick {self.tick}: {coro.__name__} returned {stop.value!r}")
                    continue
                match request:
                    case ("sleep", ticks):
                        self.sleeping.append((self.tick + ticks, coro))
                    case None:
                        self.ready.append((coro, None))


async def worker(name, naps):
    for nap in naps:
        woke = await sleep_until(nap)
        print(f"{name} woke at {woke}")
    return name


async def spinner(count):
    for n in range(count):
        print("spin", n)
        await switch()


scheduler = Scheduler()
scheduler.spawn(worker("a", [2, 1]))
scheduler.spawn(worker("b", [1]))
scheduler.spawn(spinner(3))
scheduler.run()
print(scheduler.tick)
