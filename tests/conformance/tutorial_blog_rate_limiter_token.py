import asyncio
import time


class RateLimiter:
    """At most `rate` calls in `per` seconds, in order."""

    def __init__(self, rate, per):
        self.rate, self.per, self.times = rate, per, []
        self.lock = asyncio.Lock()

    async def __aenter__(self):
        async with self.lock:
            while True:
                now = time.monotonic()
                self.times = [t for t in self.times if now - t < self.per]
                if len(self.times) < self.rate:
                    self.times.append(now)
                    return self
                await asyncio.sleep(self.per - (now - self.times[0]))

    async def __aexit__(self, *exc_info):
        return False


async def api(limiter, n):
    async with limiter:
        print(f"{time.monotonic():4.2f} call {n}")
        await asyncio.sleep(0.05)
        return n


async def main():
    limiter = RateLimiter(3, 1.0)
    print(await asyncio.gather(*(api(limiter, n) for n in range(8))))
    print(f"{time.monotonic():.2f}")


asyncio.run(main())
