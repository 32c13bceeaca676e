import asyncio
from abc import ABC, abstractmethod
from typing import Type


class InvalidTransition(Exception):
    pass


class State(ABC):
    transitions: tuple[str, ...] = ()

    def __init__(self, order: "Order"):
        self.order = order

    @abstractmethod
    async def enter(self) -> None:
        raise NotImplementedError

    def __repr__(self):
        return self.__class__.__name__


class Created(State):
    transitions = ("Paid", "Cancelled")

    async def enter(self):
        print("order created")


class Paid(State):
    transitions = ("Shipped",)

    async def enter(self):
        await asyncio.sleep(0.5)
        print("payment ok")


class Shipped(State):
    async def enter(self):
        async with asyncio.timeout(1):
            await asyncio.sleep(self.order.ship_time)
        print("shipped!")


class Cancelled(State):
    async def enter(self):
        print("cancelled")


class Order:
    def __init__(self, ship_time):
        self.ship_time = ship_time
        self.state: State | None = None
        self.history = []

    async def to(self, cls: Type[State]):
        name = cls.__name__
        if self.state and name not in self.state.transitions:
            raise InvalidTransition(f"{self.state} -> {name}")
        new = cls(self)
        await new.enter()
        self.state = new
        self.history += [name]


async def main():
    o = Order(0.3)
    for s in (Created, Paid, Shipped):
        await o.to(s)
    print(o.history)
    try:
        await o.to(Cancelled)
    except InvalidTransition as e:
        print("invalid:", e)
    slow = Order(5)
    await slow.to(Created)
    await slow.to(Paid)
    try:
        await slow.to(Shipped)
    except TimeoutError as e:
        print("timeout", repr(e), slow.state)
    try:
        State(o)
    except TypeError as e:
        print(e)
    print(State.__subclasses__(), [c.__name__ for c in Shipped.__mro__], issubclass(Paid, State))


asyncio.run(main())
