import asyncio
from dataclasses import dataclass


@dataclass(frozen=True)
class Deposit:
    amount: int


@dataclass(frozen=True)
class Withdraw:
    amount: int
    reply: asyncio.Future


@dataclass(frozen=True)
class Stop:
    pass


class Actor:
    def __init__(self):
        self.mailbox = asyncio.Queue()
        self.task = asyncio.create_task(self.run(), name=type(self).__name__.lower())

    def tell(self, message):
        self.mailbox.put_nowait(message)

    async def run(self):
        while True:
            match await self.mailbox.get():
                case Stop():
                    return type(self).__name__
                case message:
                    await self.receive(message)


class Account(Actor):
    balance = 0

    async def receive(self, message):
        match message:
            case Deposit(amount) if amount > 0:
                self.balance += amount
                print("deposit", amount, "->", self.balance)
            case Withdraw(amount, reply) if amount <= self.balance:
                await asyncio.sleep(0.1)
                self.balance -= amount
                reply.set_result(self.balance)
            case Withdraw(reply=reply):
                reply.set_exception(ValueError("not enough"))
            case other:
                print("ignored", other)

    async def withdraw(self, amount):
        reply = asyncio.get_running_loop().create_future()
        self.tell(Withdraw(amount, reply))
        return await reply


async def main():
    account = Account()
    account.tell(Deposit(100))
    account.tell(Deposit(-5))
    print(await asyncio.gather(account.withdraw(30), account.withdraw(60), account.withdraw(30), return_exceptions=True))
    account.tell(Stop())
    print(await account.task, account.balance, account.task.get_name())


asyncio.run(main())
