import asyncio


class CircuitOpen(Exception):
    pass


class Breaker:
    def __init__(self, threshold, cooldown):
        self.threshold, self.cooldown = threshold, cooldown
        self.failures, self.opened_at = 0, None

    async def call(self, function, *args):
        now = asyncio.get_running_loop().time()
        if self.opened_at is not None and now - self.opened_at < self.cooldown:
            raise CircuitOpen(f"open for {self.cooldown - (now - self.opened_at):.1f}s more")
        try:
            result = await function(*args)
        except OSError:
            self.failures += 1
            if self.failures >= self.threshold:
                self.opened_at = asyncio.get_running_loop().time()
            raise
        self.failures, self.opened_at = 0, None
        return result


async def backend(n):
    await asyncio.sleep(0.25)
    if 1 <= n <= 4:
        raise OSError(f"request {n} refused")
    return f"reply {n}"


async def main():
    breaker = Breaker(threshold=2, cooldown=2)
    for n in range(9):
        try:
            print(n, await breaker.call(backend, n))
        except (OSError, CircuitOpen) as error:
            print(n, type(error).__name__, error)
        await asyncio.sleep(0.5)


asyncio.run(main())
