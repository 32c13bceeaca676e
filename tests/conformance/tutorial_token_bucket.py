# 令牌桶限流
import asyncio


class TokenBucket:
    def __init__(self, capacity, refill):
        self.capacity = capacity
        self.tokens = capacity
        self.refill = refill
        self.cond = asyncio.Condition()

    async def run(self):
        while True:
            await asyncio.sleep(self.refill)
            async with self.cond:
                self.tokens = min(self.capacity, self.tokens + 1)
                self.cond.notify()

    async def take(self):
        async with self.cond:
            await self.cond.wait_for(lambda: self.tokens > 0)
            self.tokens -= 1


async def request(bucket, n):
    await bucket.take()
    print(f"请求 {n} 在第 {asyncio.get_running_loop().time():.1f} 秒通过")


async def main():
    bucket = TokenBucket(2, 0.5)
    filler = asyncio.create_task(bucket.run())
    await asyncio.gather(*[request(bucket, n) for n in range(5)])
    filler.cancel()
    print("剩余令牌:", bucket.tokens)


asyncio.run(main())
