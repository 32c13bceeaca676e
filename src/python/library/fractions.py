import math as _math
import operator as _operator
import re as _re
from numbers import Rational as _Rational

_FORM = _re.compile(r'\s*([-+]?)(?=\d|\.\d)(\d*|\d+(?:_\d+)*)(?:(?:\s*/\s*(\d+(?:_\d+)*))?|(?:\.(\d*|\d+(?:_\d+)*))?(?:[eE]([-+]?\d+))?)\s*\Z')


def _binary(operate, fallback):
    def forward(a, b):
        if isinstance(b, Fraction):
            return operate(a, b)
        if isinstance(b, int):
            return operate(a, Fraction(b))
        if isinstance(b, (float, complex)):
            return fallback(type(b)(a) if isinstance(b, float) else complex(float(a)), b)
        return NotImplemented

    def reverse(b, a):
        if isinstance(a, int):
            return operate(Fraction(a), b)
        if isinstance(a, (float, complex)):
            return fallback(a, float(b))
        return NotImplemented
    return forward, reverse


def _divided(a, b):
    if not b:
        raise ZeroDivisionError(f'Fraction({a.numerator * b.denominator}, 0)')
    return Fraction(a.numerator * b.denominator, a.denominator * b.numerator)


class Fraction(_Rational):
    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        self = super().__new__(cls)
        if denominator is None:
            if isinstance(numerator, str):
                m = _FORM.match(numerator)
                if m is None:
                    raise ValueError('Invalid literal for Fraction: %r' % numerator)
                sign, whole, under, decimals, exp = m.groups()
                n, d = int(whole or '0'), int(under or '1')
                if decimals:
                    scale = 10 ** len(decimals.replace('_', ''))
                    n, d = n * scale + int(decimals), d * scale
                n, d = n * 10 ** max(int(exp or 0), 0), d * 10 ** max(-int(exp or 0), 0)
                numerator, denominator = -n if sign == '-' else n, d
            elif hasattr(numerator, 'as_integer_ratio'):
                numerator, denominator = numerator.as_integer_ratio()
            else:
                raise TypeError('argument should be a string or a Rational instance or have the as_integer_ratio() method')
        elif isinstance(numerator, (int, Fraction)) and isinstance(denominator, (int, Fraction)):
            numerator, denominator = numerator.numerator * denominator.denominator, denominator.numerator * numerator.denominator
        else:
            raise TypeError('both arguments should be Rational instances')
        if denominator == 0:
            raise ZeroDivisionError(f'Fraction({numerator}, 0)')
        common = _math.gcd(numerator, denominator) * (-1 if denominator < 0 else 1)
        self._numerator, self._denominator = numerator // common, denominator // common
        return self

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)

    @classmethod
    def from_float(cls, f):
        return cls(*f.as_integer_ratio())

    from_decimal = from_float

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def is_integer(self):
        return self._denominator == 1

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction(p1, q1)
        return Fraction(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return f'{type(self).__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f'{self._numerator}/{self._denominator}'

    def __format__(self, spec):
        if not spec or spec[-1] not in 'eEfFgG%':
            return format(str(self), spec)
        from decimal import Decimal, localcontext
        with localcontext() as ctx:
            ctx.prec = 60
            return format(Decimal(self._numerator) / self._denominator, spec)

    __add__, __radd__ = _binary(lambda a, b: Fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator), _operator.add)
    __sub__, __rsub__ = _binary(lambda a, b: Fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator), _operator.sub)
    __mul__, __rmul__ = _binary(lambda a, b: Fraction(a.numerator * b.numerator, a.denominator * b.denominator), _operator.mul)
    __truediv__, __rtruediv__ = _binary(_divided, _operator.truediv)
    __floordiv__, __rfloordiv__ = _binary(lambda a, b: a.numerator * b.denominator // (a.denominator * b.numerator), _operator.floordiv)
    __mod__, __rmod__ = _binary(lambda a, b: a - b * (a // b), _operator.mod)
    __divmod__, __rdivmod__ = _binary(lambda a, b: (a // b, a % b), divmod)

    def __pow__(self, other, _=None):
        if isinstance(other, Fraction) and other.denominator == 1:
            other = other.numerator
        if isinstance(other, int):
            if other >= 0:
                return Fraction(self._numerator ** other, self._denominator ** other)
            if not self._numerator:
                raise ZeroDivisionError(f'Fraction({self._denominator ** -other}, 0)')
            return Fraction(self._denominator ** -other, self._numerator ** -other)
        if isinstance(other, (float, Fraction)):
            return float(self) ** float(other)
        return NotImplemented

    def __rpow__(self, other):
        return other ** self._numerator if self._denominator == 1 and self._numerator >= 0 else other ** float(self)

    def __neg__(self):
        return Fraction(-self._numerator, self._denominator)

    def __pos__(self):
        return Fraction(self._numerator, self._denominator)

    def __abs__(self):
        return Fraction(abs(self._numerator), self._denominator)

    def __trunc__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else self._numerator // self._denominator

    __int__ = __trunc__

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            twice = rest * 2
            return floor + (twice > self._denominator or twice == self._denominator and floor % 2)
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __hash__(self):
        p = 2 ** 61 - 1
        try:
            part = pow(self._denominator, -1, p)
        except ValueError:
            part = 0
        value = hash(hash(abs(self._numerator)) * part) if part else 314159
        value = value if self._numerator >= 0 else -value
        return -2 if value == -1 else value

    def __bool__(self):
        return self._numerator != 0

    def _compare(self, other, operate):
        if isinstance(other, (int, Fraction)):
            return operate(self._numerator * other.denominator, other.numerator * self._denominator)
        if isinstance(other, float):
            return operate(self, Fraction(other)) if _math.isfinite(other) else operate(0.0, other)
        return NotImplemented

    def __eq__(self, other):
        return self._compare(other, _operator.eq)

    def __lt__(self, other):
        return self._compare(other, _operator.lt)

    def __le__(self, other):
        return self._compare(other, _operator.le)

    def __gt__(self, other):
        return self._compare(other, _operator.gt)

    def __ge__(self, other):
        return self._compare(other, _operator.ge)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self
