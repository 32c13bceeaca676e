class Fraction:
    def __init__(self, top, bottom=1):
        if bottom == 0:
            raise ZeroDivisionError("a fraction needs a bottom")
        from math import gcd
        sign = -1 if bottom < 0 else 1
        g = gcd(top, bottom)
        self.top, self.bottom = sign * top // g, sign * bottom // g

    def __repr__(self):
        return f"{self.top}/{self.bottom}" if self.bottom != 1 else str(self.top)

    def _other(operation):
        def method(self, other):
            if isinstance(other, int):
                other = Fraction(other)
            if not isinstance(other, Fraction):
                return NotImplemented
            return operation(self, other)
        return method

    __add__ = __radd__ = _other(lambda a, b: Fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom))
    __mul__ = __rmul__ = _other(lambda a, b: Fraction(a.top * b.top, a.bottom * b.bottom))
    __sub__ = _other(lambda a, b: a + b * -1)
    __rsub__ = _other(lambda a, b: b - a)
    __truediv__ = _other(lambda a, b: Fraction(a.top * b.bottom, a.bottom * b.top))
    __rtruediv__ = _other(lambda a, b: b / a)
    __eq__ = _other(lambda a, b: (a.top, a.bottom) == (b.top, b.bottom))
    __lt__ = _other(lambda a, b: a.top * b.bottom < b.top * a.bottom)
    del _other

    def __pow__(self, n):
        return Fraction(self.top**n, self.bottom**n) if n >= 0 else Fraction(self.bottom**-n, self.top**-n)

    def __hash__(self):
        return hash((self.top, self.bottom))

    def __float__(self):
        return self.top / self.bottom

    def __bool__(self):
        return self.top != 0


half, third = Fraction(1, 2), Fraction(2, 6)
print(half + third, half - third, half * third, half / third, 1 - third, 2 * half, 1 / third, half**3, half**-2, -3 + half, sum([half, third, 1]))
print(half == Fraction(2, 4), half < third, sorted([half, third, Fraction(-1)]), max(half, third), float(half), bool(Fraction(0)), {half: "h"}[Fraction(3, 6)], Fraction(4, -2), half != 5)
for broken in (lambda: half + "x", lambda: half + 0.5, lambda: Fraction(1, 0), lambda: half < None, lambda: half % third):
    try:
        print(broken())
    except (TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)


class Polynomial:
    def __init__(self, *coefficients):
        self.coefficients = coefficients

    def __call__(self, x):
        result = 0
        for c in reversed(self.coefficients):
            result = result * x + c
        return result

    def __str__(self):
        parts = [f"{c}x^{i}" if i > 1 else f"{c}x" if i else f"{c}" for i, c in enumerate(self.coefficients) if c]
        return " + ".join(reversed(parts)).replace("+ -", "- ") or "0"

    def derivative(self):
        return type(self)(*[i * c for i, c in enumerate(self.coefficients)][1:])

    def __add__(self, other):
        from itertools import zip_longest
        return Polynomial(*(a + b for a, b in zip_longest(self.coefficients, other.coefficients, fillvalue=0)))


p = Polynomial(1, -3, 0, 2)
print(p, "|", p(2), p(half), "|", p.derivative(), "|", p + Polynomial(0, 3), "|", Polynomial())


class Matrix(list):
    @classmethod
    def identity(cls, n):
        return cls([int(i == j) for j in range(n)] for i in range(n))

    def __matmul__(self, other):
        return Matrix([sum(a * b for a, b in zip(row, column)) for column in zip(*other)] for row in self)

    def __pow__(self, n):
        result = Matrix.identity(len(self))
        for bit in bin(n)[2:]:
            result = result @ result
            if bit == "1":
                result = result @ self
        return result

    @property
    def T(self):
        return Matrix(map(list, zip(*self)))


fib = Matrix([[1, 1], [1, 0]])
print(fib**10, (fib**50)[0][1], fib.T @ fib, Matrix.identity(2) == [[1, 0], [0, 1]], isinstance(fib, list), len(fib))
