# exit: 1
import asyncio
import dataclasses as dc
import typing as t


@dc.dataclass(frozen=True)
class Deposit:
    amount: int


@dc.dataclass(frozen=True)
class Withdraw:
    amount: int
    reply: asyncio.Future = dc.field(compare=False, hash=False)


@dc.dataclass(frozen=True)
class Balance:
    reply: asyncio.Future


Message = Deposit | Withdraw | Balance


class Actor:
    def __init__(self):
        self._inbox: asyncio.Queue[Message | None] = asyncio.Queue()
        self._task: asyncio.Task | None = None

    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        print("defined", cls.__qualname__)

    async def __aenter__(self) -> t.Self:
        self._task = asyncio.create_task(self._loop(), name=f"{type(self).__name__}-loop")
        return self

    async def __aexit__(self, *exc_info):
        await self._inbox.put(None)
        await self._task

    async def _loop(self):
        while (msg := await self._inbox.get()) is not None:
            await self.handle(msg)

    async def ask(self, kind, *args):
        fut = asyncio.get_running_loop().create_future()
        await self._inbox.put(kind(*args, reply=fut))
        return await fut

    async def tell(self, msg):
        await self._inbox.put(msg)


class Account(Actor):
    balance = 0

    async def handle(self, msg: Message):
        match msg:
            case Deposit(amount=n) if n <= 0:
                print("ignored", msg)
            case Deposit(n):
                self.balance += n
            case Withdraw(n, reply) if n > self.balance:
                reply.set_exception(ValueError(f"only {self.balance} left"))
            case Withdraw(amount=n, reply=reply):
                await asyncio.sleep(0.1)
                self.balance -= n
                reply.set_result(n)
            case Balance(reply=r):
                r.set_result(self.balance)
            case _:
                t.assert_never(msg)


async def main():
    async with Account() as acc:
        await acc.tell(Deposit(100))
        await acc.tell(Deposit(-5))
        got = await asyncio.gather(*(acc.ask(Withdraw, n) for n in (30, 80, 50)), return_exceptions=True)
        print(got, await acc.ask(Balance))
        print(acc._task.get_name(), acc._inbox.qsize(), acc._inbox)
    print(acc._task.done(), isinstance(Deposit(1), Message), Message)
    try:
        Deposit(1).amount = 3
    except dc.FrozenInstanceError as e:
        print(e)
    await Account().handle("rubbish")


asyncio.run(main())
