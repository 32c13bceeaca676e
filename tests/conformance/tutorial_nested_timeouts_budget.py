# One budget of time for a whole conversation, handed down.
import asyncio


class Budget:
    def __init__(self, seconds):
        self.deadline = asyncio.get_running_loop().time() + seconds

    @property
    def left(self):
        return max(0.0, self.deadline - asyncio.get_running_loop().time())

    async def spend(self, label, coro, most=None):
        limit = self.left if most is None else min(self.left, most)
        try:
            async with asyncio.timeout(limit):
                result = await coro
        except TimeoutError:
            print(f"{label}: over its {limit:.1f}s, {self.left:.1f}s left")
            return None
        print(f"{label}: {result}, {self.left:.1f}s left")
        return result


async def main():
    budget = Budget(5)
    await budget.spend("resolve", asyncio.sleep(0.5, "10.0.0.1"))
    await budget.spend("connect", asyncio.sleep(3, "connected"), most=2)
    await budget.spend("connect again", asyncio.sleep(1, "connected"), most=2)
    await budget.spend("download", asyncio.sleep(4, "bytes"))
    await budget.spend("anything", asyncio.sleep(0, "free"))


asyncio.run(main())
