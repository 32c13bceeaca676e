from functools import total_ordering


class Vector:
    def __init__(self, *parts):
        self.parts = tuple(parts)

    def __repr__(self):
        return f"Vector{self.parts}"

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(*(a + b for a, b in zip(self.parts, other.parts, strict=True)))

    def __mul__(self, k):
        if isinstance(k, Vector):
            return sum(a * b for a, b in zip(self.parts, k.parts))
        return Vector(*(a * k for a in self.parts))

    __rmul__ = __mul__

    def __matmul__(self, other):
        return f"{self} @ {other}"

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __abs__(self):
        return (self * self) ** 0.5

    def __bool__(self):
        return any(self.parts)

    def __len__(self):
        return len(self.parts)

    def __getitem__(self, index):
        return self.parts[index] if isinstance(index, int) else Vector(*self.parts[index])

    def __iter__(self):
        return iter(self.parts)

    def __contains__(self, x):
        return x in self.parts

    def __eq__(self, other):
        return isinstance(other, Vector) and self.parts == other.parts

    def __hash__(self):
        return hash(self.parts)

    def __call__(self, f):
        return Vector(*map(f, self))

    def __format__(self, spec):
        return "<" + ", ".join(format(p, spec) for p in self) + ">"

    def __round__(self, n=0):
        return Vector(*(round(p, n) for p in self))

    def __iadd__(self, other):
        print("in place")
        self.parts = (self + other).parts
        return self


a, b = Vector(1, 2, 3), Vector(4, 5, 6)
print(a + b, a - b, a * b, 2 * a, a * 0.5, -a, abs(Vector(3, 4)), bool(Vector(0, 0)), a @ b, len(a), a[0], a[1:], list(a), 2 in a)
print(a == Vector(1, 2, 3), a != b, {a: 1}[Vector(1, 2, 3)], a(lambda p: p**2), f"{Vector(1.234, 5):.1f}", round(Vector(1.26, 2.34), 1), max(a), sorted(b, reverse=True))
a += b
print(a)
for broken in (lambda: a + 1, lambda: 1 + a, lambda: a + Vector(1), lambda: a < b, lambda: Vector() @ 1 + 1, lambda: -"x", lambda: a[9], lambda: a["k"]):
    try:
        print(broken())
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)


@total_ordering
class Money:
    def __init__(self, cents, currency="EUR"):
        self.cents, self.currency = cents, currency

    @classmethod
    def parse(cls, text):
        amount, _, currency = text.partition(" ")
        return cls(round(float(amount) * 100), currency or "EUR")

    def __lt__(self, other):
        if self.currency != other.currency:
            return NotImplemented
        return self.cents < other.cents

    def __eq__(self, other):
        return (self.cents, self.currency) == (other.cents, other.currency)

    def __str__(self):
        return f"{self.cents // 100}.{self.cents % 100:02d} {self.currency}"

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __add__(self, other):
        return Money(self.cents + other.cents, self.currency)

    def __int__(self):
        return self.cents // 100

    def __float__(self):
        return self.cents / 100

    def __index__(self):
        return self.cents

    def __divmod__(self, n):
        q, r = divmod(self.cents, n)
        return Money(q), Money(r)

    def __floordiv__(self, n):
        return Money(self.cents // n)


m = Money.parse("12.34")
print(m, m >= Money(1000), sum([m, Money(1), m]), int(m), float(m), hex(m), [str(x) for x in divmod(m, 5)], str(m // 2), max(m, Money(5000)).cents, range(10)[Money(3)])
try:
    m < Money(1, "USD")
except TypeError as error:
    print(error)
