# At most `rate` calls in any window of `per` seconds.
import asyncio
from collections import deque


class RateLimiter:
    def __init__(self, rate, per):
        self.rate, self.per = rate, per
        self.calls = deque()

    async def __aenter__(self):
        loop = asyncio.get_running_loop()
        while len(self.calls) >= self.rate:
            wait = self.calls[0] + self.per - loop.time()
            if wait > 0:
                await asyncio.sleep(wait)
            else:
                self.calls.popleft()
        self.calls.append(loop.time())

    async def __aexit__(self, *error):
        pass


async def call_api(n, limiter):
    async with limiter:
        print(f"call {n} at {asyncio.get_running_loop().time():.2f}")
        await asyncio.sleep(0.1)
        return n


async def main():
    limiter = RateLimiter(3, 1.0)
    print(sum(await asyncio.gather(*(call_api(n, limiter) for n in range(8)))))


asyncio.run(main())
