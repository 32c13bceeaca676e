import asyncio
import heapq
import itertools
import random
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, NamedTuple

_seq = itertools.count()


class Trade(NamedTuple):
    buyer: str
    seller: str
    price: Decimal
    qty: int


@dataclass(order=True)
class Order:
    sort_key: tuple = field(init=False, repr=False)
    side: Literal["buy", "sell"] = field(compare=False)
    trader: str = field(compare=False)
    price: Decimal = field(compare=False)
    qty: int = field(compare=False)

    def __post_init__(self):
        self.sort_key = (-self.price if self.side == "buy" else self.price, next(_seq))


class Book:
    def __init__(self):
        self.bids: list[Order] = []
        self.asks: list[Order] = []
        self.trades: list[Trade] = []
        self.changed = asyncio.Condition()

    async def submit(self, order: Order):
        async with self.changed:
            heapq.heappush(self.bids if order.side == "buy" else self.asks, order)
            self._match()
            self.changed.notify_all()

    def _match(self):
        while self.bids and self.asks and self.bids[0].price >= self.asks[0].price:
            bid, ask = self.bids[0], self.asks[0]
            qty = min(bid.qty, ask.qty)
            self.trades.append(Trade(bid.trader, ask.trader, ask.price, qty))
            for heap, order in ((self.bids, bid), (self.asks, ask)):
                order.qty -= qty
                if not order.qty:
                    heapq.heappop(heap)


async def trader(name, book, side, n):
    rng = random.Random(name)
    for _ in range(n):
        await asyncio.sleep(rng.uniform(0.1, 1))
        price = (Decimal(rng.randint(950, 1050)) / 100).quantize(Decimal("0.05"))
        await book.submit(Order(side, name, price, rng.randint(1, 5)))


async def ticker(book, until):
    seen = 0
    while True:
        async with book.changed:
            await book.changed.wait_for(lambda: len(book.trades) > seen or until.is_set())
            for t in book.trades[seen:]:
                print(f"{asyncio.get_running_loop().time():5.2f} {t.buyer:>4} buys {t.qty} from {t.seller} @ {t.price}")
            seen = len(book.trades)
            if until.is_set():
                return seen


async def main():
    book, stop = Book(), asyncio.Event()
    tick = asyncio.create_task(ticker(book, stop))
    await asyncio.gather(trader("bo", book, "buy", 4), trader("al", book, "buy", 3), trader("sue", book, "sell", 5))
    stop.set()
    async with book.changed:
        book.changed.notify_all()
    print(await tick, "trades; volume", sum(t.qty for t in book.trades), "value", sum(t.qty * t.price for t in book.trades))
    print("left:", [(o.trader, str(o.price), o.qty) for o in sorted(book.bids)], len(book.asks))
    print(book.trades[0]._asdict() if book.trades else None)


asyncio.run(main())
