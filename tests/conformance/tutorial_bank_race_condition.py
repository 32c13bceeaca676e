# 竞态条件:await 之间,别人可能改了余额
import asyncio


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = asyncio.Lock()

    async def withdraw_unsafe(self, amount):
        balance = self.balance
        await asyncio.sleep(0.1)
        self.balance = balance - amount

    async def withdraw(self, amount):
        async with self.lock:
            await self.withdraw_unsafe(amount)


async def main():
    bad, good = Account(100), Account(100)
    await asyncio.gather(*(bad.withdraw_unsafe(10) for _ in range(5)))
    await asyncio.gather(*(good.withdraw(10) for _ in range(5)))
    print(f"没有锁: {bad.balance}, 有锁: {good.balance}")
    print(f"用时 {asyncio.get_running_loop().time():.1f} 秒")


asyncio.run(main())
