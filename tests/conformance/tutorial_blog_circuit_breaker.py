import asyncio


class Open(Exception):
    pass


class Breaker:
    def __init__(self, failures, reset):
        self.limit, self.reset = failures, reset
        self.failures, self.opened = 0, None

    @property
    def state(self):
        if self.opened is None:
            return "closed"
        return "half-open" if asyncio.get_running_loop().time() - self.opened >= self.reset else "open"

    async def call(self, function, *args):
        if self.state == "open":
            raise Open("circuit is open")
        try:
            result = await function(*args)
        except Exception:
            self.failures += 1
            if self.failures >= self.limit:
                self.opened = asyncio.get_running_loop().time()
            raise
        self.failures, self.opened = 0, None
        return result


async def service(healthy):
    await asyncio.sleep(0.1)
    if not healthy:
        raise ConnectionError("refused")
    return "pong"


async def main():
    breaker = Breaker(2, 1.0)
    for healthy, pause in ((True, 0), (False, 0), (False, 0), (True, 0), (True, 1.2), (True, 0)):
        before = breaker.state
        try:
            outcome = await breaker.call(service, healthy)
        except (Open, ConnectionError) as error:
            outcome = f"{type(error).__name__}: {error}"
        print(f"{asyncio.get_running_loop().time():.1f} {before:<9} -> {breaker.state:<9} {outcome}")
        await asyncio.sleep(pause)


asyncio.run(main())
