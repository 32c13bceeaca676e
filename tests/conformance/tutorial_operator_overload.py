from __future__ import annotations
import asyncio
import math
from functools import total_ordering


@total_ordering
class Money:
    __slots__ = ("cents", "currency")
    RATES = {("USD", "EUR"): 0.9}

    def __init__(self, amount: float | str, currency: str = "USD"):
        self.cents = round(float(amount) * 100)
        self.currency = currency

    @classmethod
    def from_cents(cls, cents, currency="USD"):
        m = cls.__new__(cls)
        m.cents, m.currency = cents, currency
        return m

    def _check(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        if other.currency != self.currency:
            raise TypeError(f"cannot mix {self.currency} and {other.currency}")
        return True

    def __add__(self, other):
        if (ok := self._check(other)) is not True:
            return ok
        return Money.from_cents(self.cents + other.cents, self.currency)

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __sub__(self, other):
        return self + -other

    def __neg__(self):
        return Money.from_cents(-self.cents, self.currency)

    def __mul__(self, k):
        return Money.from_cents(round(self.cents * k), self.currency)

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, Money):
            return self.cents / other.cents
        return self * (1 / other)

    def __divmod__(self, n):
        q, r = divmod(self.cents, n)
        return Money.from_cents(q, self.currency), Money.from_cents(r, self.currency)

    def __eq__(self, other):
        return isinstance(other, Money) and (self.cents, self.currency) == (other.cents, other.currency)

    def __lt__(self, other):
        self._check(other)
        return self.cents < other.cents

    def __hash__(self):
        return hash((self.cents, self.currency))

    def __bool__(self):
        return self.cents != 0

    def __float__(self):
        return self.cents / 100

    def __int__(self):
        return self.cents // 100

    def __index__(self):
        return int(self)

    def __round__(self, n=0):
        return Money(round(float(self), n), self.currency)

    def __format__(self, spec):
        if spec == "s":
            return f"{float(self):.0f} {self.currency}"
        return format(float(self), spec or ",.2f") + " " + self.currency

    def __repr__(self):
        return f"Money({self.cents / 100:.2f}, {self.currency!r})"

    def __iadd__(self, other):
        print("iadd")
        self.cents += other.cents
        return self


class Vec(tuple):
    def __new__(cls, *xs):
        return super().__new__(cls, xs)

    def __add__(self, o):
        return Vec(*(a + b for a, b in zip(self, o)))

    def __abs__(self):
        return math.hypot(*self)

    def __xor__(self, o):
        return f"{tuple(self)}^{tuple(o)}"

    def __lshift__(self, n):
        return Vec(*(x << n for x in self))

    def __invert__(self):
        return Vec(*map(lambda x: ~x, self))

    def __contains__(self, x):
        return tuple.__contains__(self, x) or x == "anything"

    def __call__(self, *args):
        return args, len(self)


async def main():
    a, b = Money("10.50"), Money(3)
    await asyncio.sleep(0)
    print(a + b, a - b, 2 * a, a / b, a / 4, divmod(a, 4), -a)
    print(sum([a, b, Money(1)]), max(a, b), a > b, a >= b, a == Money(10.5), {a: 1}[Money("10.50")])
    print(f"{a} {a:s} {a:10.1f}|", bool(Money(0)), int(a), float(b), round(Money(1.26), 1), [10, 20, 30, 40][b])
    c = a
    c += b
    print(a, c is a)
    for bad in (lambda: a + 1, lambda: a + Money(1, "EUR"), lambda: a < 5, lambda: a @ b, lambda: a.x, lambda: a["k"], lambda: len(a), lambda: a()):
        try:
            print(bad())
        except (TypeError, AttributeError) as e:
            print(type(e).__name__, e)
    v = Vec(3, 4)
    print(v + v, abs(v), v ^ v, v << 2, ~v, "anything" in v, 3 in v, v(1, 2), type(v + v).__name__, v[0], len(v), v == (3, 4))


asyncio.run(main())
