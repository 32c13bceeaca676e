import asyncio
from collections import Counter
from dataclasses import dataclass, field


class VendingError(Exception):
    """Base"""


class OutOfStock(VendingError): pass


class NotEnoughMoney(VendingError):
    def __init__(self, missing):
        self.missing = missing
        super().__init__(f"{missing} cents missing")


@dataclass
class Slot:
    name: str
    price: int
    count: int = 1


@dataclass
class Machine:
    slots: dict[str, Slot]
    coins: Counter = field(default_factory=lambda: Counter({50: 2, 20: 5, 10: 5}))
    inserted: list[int] = field(default_factory=list)
    state: str = "idle"

    transitions = {("idle", "coin"): "has_money", ("has_money", "coin"): "has_money", ("has_money", "select"): "vending",
                   ("vending", "done"): "idle", ("has_money", "cancel"): "idle"}

    def go(self, event):
        try:
            self.state = self.transitions[self.state, event]
        except KeyError:
            raise VendingError(f"cannot {event} when {self.state}") from None

    @property
    def credit(self):
        return sum(self.inserted)

    def insert(self, coin):
        if coin not in (10, 20, 50, 100, 200):
            raise VendingError(f"strange coin: {coin}")
        self.go("coin")
        self.inserted.append(coin)

    async def select(self, code):
        slot = self.slots[code]
        if not slot.count:
            raise OutOfStock(slot.name)
        if (missing := slot.price - self.credit) > 0:
            raise NotEnoughMoney(missing)
        self.go("select")
        await asyncio.sleep(1)
        slot.count -= 1
        self.coins.update(self.inserted)
        change = self.change(self.credit - slot.price)
        self.inserted.clear()
        self.go("done")
        return slot.name, change

    def change(self, amount):
        out = []
        for coin in sorted(self.coins, reverse=True):
            while amount >= coin and self.coins[coin]:
                amount -= coin
                self.coins[coin] -= 1
                out.append(coin)
        return out


async def main():
    m = Machine({"A1": Slot("chips", 130, 1), "B2": Slot("cola", 90)})
    script = [(m.select, "A1"), (m.insert, 100), (m.insert, 3), (m.select, "A1"), (m.insert, 50), (m.select, "A1"), (m.insert, 200), (m.select, "A1"), (m.select, "B2"), (m.select, "Z9")]
    for fn, arg in script:
        try:
            r = fn(arg)
            if asyncio.iscoroutine(r):
                r = await r
            print(f"{fn.__name__}({arg!r}) -> {r} [{m.state}, {m.credit}]")
        except NotEnoughMoney as e:
            print(f"{fn.__name__}({arg!r}): {e} ({e.missing})")
        except (VendingError, KeyError) as e:
            print(f"{fn.__name__}({arg!r}): {type(e).__name__} {e}")
    print(m)
    print(m.coins.total(), sorted(m.coins.items()), m.coins - Counter({10: 3}))


asyncio.run(main())
