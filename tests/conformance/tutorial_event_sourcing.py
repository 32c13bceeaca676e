# exit: 1
import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import singledispatchmethod
from typing import ClassVar, Iterable


@dataclass(frozen=True, slots=True)
class Event:
    at: datetime
    version: ClassVar[int] = 1


@dataclass(frozen=True, slots=True)
class Opened(Event):
    owner: str


@dataclass(frozen=True, slots=True)
class Deposited(Event):
    amount: int


@dataclass(frozen=True, slots=True)
class Withdrawn(Event):
    amount: int


@dataclass
class Account:
    owner: str | None = None
    balance: int = 0
    history: list[Event] = field(default_factory=list, repr=False)

    @singledispatchmethod
    def apply(self, event):
        raise NotImplementedError(f"cannot apply {event!r}")

    @apply.register
    def _(self, event: Opened):
        self.owner = event.owner

    @apply.register
    def _(self, event: Deposited):
        self.balance += event.amount

    @apply.register(Withdrawn)
    def _(self, event):
        self.balance -= event.amount

    @classmethod
    def replay(cls, events: Iterable[Event]):
        acc = cls()
        for e in events:
            acc.apply(e)
            acc.history.append(e)
        return acc


class Store:
    def __init__(self):
        self._events: dict[str, list[Event]] = {}
        self._subs: list[asyncio.Queue] = []

    async def append(self, key, event):
        await asyncio.sleep(0.01)
        self._events.setdefault(key, []).append(event)
        for q in self._subs:
            q.put_nowait((key, event))

    def subscribe(self):
        self._subs.append(q := asyncio.Queue())
        return q

    def __getitem__(self, key):
        return tuple(self._events[key])


async def audit(q, n):
    for _ in range(n):
        key, ev = await q.get()
        print(f"AUDIT {key} {type(ev).__name__:<10} {ev.at:%H:%M:%S}")


async def main():
    store = Store()
    auditor = asyncio.create_task(audit(store.subscribe(), 4))
    t0 = datetime(2024, 1, 1, 9)
    for i, ev in enumerate([Opened(t0, "ann"), Deposited(t0 + timedelta(seconds=5), 100), Withdrawn(t0 + timedelta(minutes=1), 30), Event(t0)]):
        await store.append("acc-1", ev)
    await auditor
    acc = Account.replay(store["acc-1"][:3])
    print(acc, len(acc.history), store["acc-1"][1].amount, Deposited.__slots__, Opened.__match_args__)
    try:
        Account.replay(store["acc-1"])
    except NotImplementedError as e:
        print(type(e).__name__, str(e)[:20])
    try:
        acc.history[1].amount = 5
    except AttributeError as e:
        print(type(e).__name__, e)
    print(Opened(t0, "x") == Opened(t0, "x"), hash(Opened(t0, "x")) == hash(Opened(t0, "x")), {Opened(t0, "x"): 1}[Opened(t0, "x")], t0 < t0 + timedelta(1))
    store["nope"]


asyncio.run(main())
