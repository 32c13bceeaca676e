# An event loop in forty lines, for those who want to know what asyncio.run does.
import heapq
import time


class Sleep:
    def __init__(self, seconds):
        self.seconds = seconds

    def __await__(self):
        yield self


class Loop:
    def __init__(self):
        self.ready, self.sleeping, self.count = [], [], 0

    def spawn(self, coro):
        self.ready.append(coro)

    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                wake, _, coro = heapq.heappop(self.sleeping)
                time.sleep(max(0, wake - time.monotonic()))
                self.ready.append(coro)
            coro = self.ready.pop(0)
            try:
                request = coro.send(None)
            except StopIteration:
                continue
            self.count += 1
            heapq.heappush(self.sleeping, (time.monotonic() + request.seconds, self.count, coro))


async def countdown(name, n, seconds):
    while n:
        print(f"{time.monotonic():.2f} {name} {n}")
        await Sleep(seconds)
        n -= 1


loop = Loop()
loop.spawn(countdown("apple", 3, 1))
loop.spawn(countdown("pear", 4, 0.6))
loop.run()
