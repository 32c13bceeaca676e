import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType, SimpleNamespace


class InsufficientFunds(Exception):
    def __init__(self, account, needed):
        super().__init__(f"{account.owner} lacks {needed - account.balance}")
        self.account = account


@dataclass
class Account:
    owner: str
    balance: int = 0
    lock: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)

    @cached_property
    def key(self):
        print("key of", self.owner)
        return self.owner.lower()

    def __lt__(self, other):
        return self.key < other.key


class Bank:
    def __init__(self, **balances):
        self._accounts = {name: Account(name, balance) for name, balance in balances.items()}
        self.accounts = MappingProxyType(self._accounts)
        self.stats = SimpleNamespace(done=0, failed=0)

    @asynccontextmanager
    async def locked(self, *names):
        accounts = sorted(self.accounts[name] for name in names)
        for account in accounts:
            await account.lock.acquire()
        try:
            yield [self.accounts[name] for name in names]
        finally:
            for account in reversed(accounts):
                account.lock.release()

    async def transfer(self, source, target, amount):
        async with self.locked(source, target) as (a, b):
            if a.balance < amount:
                self.stats.failed += 1
                raise InsufficientFunds(a, amount)
            await asyncio.sleep(0.1)
            a.balance -= amount
            b.balance += amount
            self.stats.done += 1
            return f"{source}->{target} {amount}"


async def main():
    bank = Bank(Ann=100, Ben=50, Cid=0)
    results = await asyncio.gather(
        bank.transfer("Ann", "Ben", 70), bank.transfer("Ben", "Ann", 20), bank.transfer("Cid", "Ann", 1),
        bank.transfer("Ben", "Cid", 60), return_exceptions=True)
    for result in results:
        print(repr(result))
    print(bank.stats, sum(a.balance for a in bank.accounts.values()), bank.accounts["Ann"])
    try:
        bank.accounts["Eve"] = Account("Eve")
    except TypeError as error:
        print(error)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(bank.transfer("Ann", "Cid", 5))
            group.create_task(bank.transfer("Ben", "Cid", 500))
    except* InsufficientFunds as errors:
        print([str(error) for error in errors.exceptions])
    print(asyncio.get_running_loop().time(), bank.stats.done, {name: a.balance for name, a in bank.accounts.items()})


asyncio.run(main())
