class Money:
    def __init__(self, cents):
        self.cents = cents

    def __repr__(self):
        return f"Money({self.cents})"

    def __add__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return Money(self.cents + other.cents)

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __mul__(self, factor):
        return Money(self.cents * factor)

    __rmul__ = __mul__

    def __iadd__(self, other):
        self.cents += other.cents
        return self

    def __neg__(self):
        return Money(-self.cents)

    def __truediv__(self, other):
        return self.cents / other.cents

    def __matmul__(self, rate):
        return Money(int(self.cents * rate))

    def __int__(self):
        return self.cents


a, b = Money(100), Money(250)
print(a + b, 3 * a, a * 2, -a, b / a, sum([a, b]), a @ 1.5, int(b))
same = a
a += b
print(same, same is a)
try:
    a + 5
except TypeError as error:
    print(error)
