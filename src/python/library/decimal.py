import math as _math
import operator as _operator
import re as _re
from collections import namedtuple as _namedtuple
from contextvars import ContextVar as _ContextVar

DecimalTuple = _namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')
_FORM = _re.compile(r'([-+]?)(?:(?=\d|\.\d)(\d*)(?:\.(\d*))?(?:e([-+]?\d+))?|(inf(?:inity)?)|(s?nan)(\d*))\Z', _re.I)
_SPEC = _re.compile(r'(?:(.)?([<>=^]))?([-+ ]?)(z?)(#?)(0?)(\d+)?([,_]?)(?:\.(\d+))?([eEfFgGn%]?)\Z', _re.S)

ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN = 'ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN'
ROUND_CEILING, ROUND_FLOOR, ROUND_UP = 'ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_UP'
ROUND_HALF_DOWN, ROUND_05UP = 'ROUND_HALF_DOWN', 'ROUND_05UP'


class DecimalException(ArithmeticError):
    pass


class InvalidOperation(DecimalException):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class Rounded(DecimalException):
    pass


class Clamped(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


def _signal(signal, condition=None, otherwise='NaN'):
    context = getcontext()
    context.flags[signal] = True
    if context.traps[signal]:
        raise signal([condition or signal])
    return _of(otherwise)


def _round(n, drop, negative, mode):
    q, r = divmod(n, 10 ** drop)
    half = 5 * 10 ** (drop - 1)
    up = {'ROUND_DOWN': False, 'ROUND_UP': r, 'ROUND_HALF_UP': r >= half, 'ROUND_HALF_DOWN': r > half,
          'ROUND_HALF_EVEN': r > half or r == half and q & 1, 'ROUND_CEILING': r and not negative,
          'ROUND_FLOOR': r and negative, 'ROUND_05UP': r and q % 5 == 0}[mode]
    return q + bool(up)


def _new(negative, n, e, special=''):
    self = object.__new__(Decimal)
    self._negative, self._n, self._e, self._special = negative, n, e, special
    return self


def _fixed(negative, n, e, context=None):
    context = context or getcontext()
    drop = len(str(n)) - context.prec
    if drop > 0:
        if n % 10 ** drop:
            context.flags[Inexact] = True
        context.flags[Rounded] = True
        n, e = _round(n, drop, negative, context.rounding), e + drop
        if len(str(n)) > context.prec:
            n, e = n // 10, e + 1
    if n and e + len(str(n)) - 1 > context.Emax:
        return _signal(Overflow, otherwise='-Infinity' if negative else 'Infinity')
    return _new(negative, n, e)


def _of(value):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _new(value < 0, abs(value), 0)
    if isinstance(value, str):
        m = _FORM.match(value.strip().replace('_', ''))
        if not m:
            return _signal(InvalidOperation, ConversionSyntax)
        sign, whole, part, exp, inf, nan, _ = m.groups()
        if inf or nan:
            return _new(sign == '-', 0, 0, 'F' if inf else 'n')
        return _new(sign == '-', int((whole or '') + (part or '') or '0'), int(exp or 0) - len(part or ''))
    if isinstance(value, float):
        getcontext().flags[FloatOperation] = True
        if not _math.isfinite(value):
            return _of(repr(value))
        n, d = value.as_integer_ratio()
        k = d.bit_length() - 1
        return _new(_math.copysign(1, value) < 0, abs(n) * 5 ** k, -k)
    if isinstance(value, (tuple, list)):
        if len(value) != 3:
            raise ValueError('argument must be a sequence of length 3')
        sign, digits, exp = value
        return _new(bool(sign), int(''.join(map(str, digits)) or '0'), exp) if isinstance(exp, int) else _of('-' * sign + {'F': 'inf'}.get(exp, 'nan'))
    raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')


def _other(value):
    return _of(value) if isinstance(value, (int, Decimal)) else NotImplemented


def _binary(operate, plain):
    def checked(a, b):
        if a._special or b._special:
            try:
                return _of(plain(float(a), float(b)))
            except ZeroDivisionError:
                return _signal(InvalidOperation)
        return operate(a, b)

    def forward(a, b):
        b = _other(b)
        return b if b is NotImplemented else checked(a, b)

    def reverse(b, a):
        a = _other(a)
        return a if a is NotImplemented else checked(a, b)
    return forward, reverse


def _sum(a, b):
    e = min(a._e, b._e)
    total = a._signed() * 10 ** (a._e - e) + b._signed() * 10 ** (b._e - e)
    negative = total < 0 or not total and a._negative and b._negative
    return _fixed(negative, abs(total), e)


def _quotient(a, b):
    negative = a._negative != b._negative
    if not b._n:
        if not a._n:
            return _signal(InvalidOperation, DivisionUndefined)
        return _signal(DivisionByZero, otherwise='-Infinity' if negative else 'Infinity')
    ideal = a._e - b._e
    if not a._n:
        return _fixed(negative, 0, ideal)
    shift = len(str(b._n)) - len(str(a._n)) + getcontext().prec + 1
    e = ideal - shift
    n, rest = divmod(a._n * 10 ** max(shift, 0), b._n * 10 ** max(-shift, 0))
    if rest:
        n += n % 5 == 0
    else:
        while e < ideal and n % 10 == 0:
            n, e = n // 10, e + 1
    return _fixed(negative, n, e)


def _whole(a, b):
    if not b._n:
        if not a._n:
            _signal(InvalidOperation, DivisionUndefined)
        _signal(DivisionByZero)
    e = min(a._e, b._e)
    return divmod(a._n * 10 ** (a._e - e), b._n * 10 ** (b._e - e)), e


def _divided(a, b):
    (q, _), _ = _whole(a, b)
    return _fixed(a._negative != b._negative, q, 0)


def _modulo(a, b):
    if not b._n:
        return _signal(InvalidOperation, DivisionUndefined if not a._n else None)
    (_, r), e = _whole(a, b)
    return _fixed(a._negative, r, e)


def _power(a, b):
    if b._e >= 0 or b == b.to_integral_value():
        k = int(b)
        if not a._n and k <= 0:
            return _signal(InvalidOperation) if not k else _of('Infinity')
        if abs(k) * len(str(a._n)) > 20000:
            raise NotImplementedError('the playground does not support so large powers of Decimals')
        n, e = a._n ** abs(k), a._e * abs(k)
        negative = a._negative and k % 2 == 1
        return _fixed(negative, n, e) if k >= 0 else _quotient(_of(1), _new(negative, n, e))
    if b == _of('0.5'):
        return a.sqrt()
    raise NotImplementedError('the playground does not support powers of Decimals that are no integers')


class Decimal:
    __slots__ = ('_negative', '_n', '_e', '_special')

    def __new__(cls, value='0', context=None):
        made = _of(value)
        if cls is Decimal:
            return made
        self = object.__new__(cls)
        self._negative, self._n, self._e, self._special = made._negative, made._n, made._e, made._special
        return self

    @classmethod
    def from_float(cls, f):
        return cls(f)

    def _signed(self):
        return -self._n if self._negative else self._n

    def __str__(self):
        sign = '-' if self._negative else ''
        if self._special:
            return sign + {'F': 'Infinity', 'n': 'NaN'}[self._special]
        digits, e = str(self._n), self._e
        left = e + len(digits)
        dot = left if e <= 0 and left > -6 else 1
        if dot <= 0:
            whole, part = '0', '.' + '0' * -dot + digits
        else:
            whole, part = digits[:dot].ljust(dot, '0'), '.' + digits[dot:] if dot < len(digits) else ''
        return sign + whole + part + ('' if left == dot else 'E%+d' % (left - dot))

    def __repr__(self):
        return f"Decimal('{self}')"

    def __format__(self, spec):
        m = _SPEC.match(spec)
        if not m:
            raise ValueError('invalid format string')
        fill, align, sign, _, _, zero, width, comma, places, kind = m.groups()
        value, percent = self, kind == '%'
        places = int(places) if places else None
        if self._special:
            body = str(self).lstrip('-')
            zero = ''
        else:
            n, e, mode = self._n, self._e, getcontext().rounding
            e += 2 * percent
            kind = kind or ('g' if places is not None else '')
            if kind in 'fF%' and kind and (places is not None or e > 0):
                drop = -e - (places or 0)
                n = _round(n, drop, self._negative, mode) if drop > 0 else n * 10 ** -drop
                e = -(places or 0)
            elif kind in ('e', 'E') and places is not None or kind in ('g', 'G', 'n') and places is not None:
                keep = places + 1 if kind in 'eE' else places or 1
                drop = len(str(n)) - keep
                if drop > 0:
                    n, e = _round(n, drop, self._negative, mode), e + drop
                    if len(str(n)) > keep:
                        n, e = n // 10, e + 1
                elif kind in 'eE':
                    n, e = n * 10 ** -drop, e + drop
            value = _new(False, n, e)
            if kind in 'fF%' and kind:
                digits = str(n).rjust(1 - e, '0')
                body = digits[:len(digits) + e] + '.' + digits[e:] if e else digits
            elif kind in ('e', 'E'):
                digits = str(n)
                body = digits[0] + ('.' + digits[1:] if len(digits) > 1 else '') + '%s%+d' % (kind, e + len(digits) - 1)
            else:
                body = str(value) if kind != 'g' else str(value).replace('E', 'e')
            whole, dot, part = body.partition('.')
            if comma and whole.isdigit():
                whole = f'{int(whole):{comma}}'
            body = whole + dot + part + '%' * percent
        sign = '-' if self._negative else sign if sign in ('+', ' ') else ''
        if zero and not align:
            fill, align = '0', '='
        width = int(width or 0)
        if align == '=':
            return sign + body.rjust(width - len(sign), fill or ' ')
        return format(sign + body, f"{fill or ' '}{align or '>'}{width or ''}")

    __add__, __radd__ = _binary(_sum, _operator.add)
    __sub__, __rsub__ = _binary(lambda a, b: _sum(a, b.copy_negate()), _operator.sub)
    __mul__, __rmul__ = _binary(lambda a, b: _fixed(a._negative != b._negative, a._n * b._n, a._e + b._e), _operator.mul)
    __truediv__, __rtruediv__ = _binary(_quotient, _operator.truediv)
    __floordiv__, __rfloordiv__ = _binary(_divided, _operator.floordiv)
    __mod__, __rmod__ = _binary(_modulo, _operator.mod)
    __divmod__, __rdivmod__ = _binary(lambda a, b: (_divided(a, b), _modulo(a, b)), divmod)
    _pow, __rpow__ = _binary(_power, _operator.pow)

    def __pow__(self, other, modulo=None):
        return self._pow(other)

    def __neg__(self):
        return self if self._special == 'n' else self.copy_negate() if self._special else _fixed(not self._negative and self._n != 0, self._n, self._e)

    def __pos__(self):
        return self if self._special else _fixed(self._negative and self._n != 0, self._n, self._e)

    def __abs__(self):
        return self.copy_abs() if self._special else _fixed(False, self._n, self._e)

    def copy_abs(self):
        return _new(False, self._n, self._e, self._special)

    def copy_negate(self):
        return _new(not self._negative, self._n, self._e, self._special)

    def copy_sign(self, other):
        return _new(_of(other)._negative, self._n, self._e, self._special)

    def _compared(self, other, operate):
        if isinstance(other, float):
            other = _of(other)
        elif hasattr(other, 'denominator') and not isinstance(other, int):
            return operate(self * other.denominator, other.numerator)
        other = _other(other)
        if other is NotImplemented:
            return other
        if self._special or other._special:
            return operate(float(self), float(other))
        e = min(self._e, other._e)
        return operate(self._signed() * 10 ** (self._e - e), other._signed() * 10 ** (other._e - e))

    def __eq__(self, other):
        return self._compared(other, _operator.eq)

    def __lt__(self, other):
        return self._compared(other, _operator.lt)

    def __le__(self, other):
        return self._compared(other, _operator.le)

    def __gt__(self, other):
        return self._compared(other, _operator.gt)

    def __ge__(self, other):
        return self._compared(other, _operator.ge)

    def compare(self, other):
        return _of((self > other) - (self < other))

    def __hash__(self):
        if self._special:
            return hash(float(self))
        p = 2 ** 61 - 1
        value = self._n * (pow(10, self._e, p) if self._e >= 0 else pow(pow(10, -1, p), -self._e, p)) % p
        value = -value if self._negative else value
        return -2 if value == -1 else value

    def __bool__(self):
        return bool(self._special or self._n)

    def __float__(self):
        return float(str(self))

    def __int__(self):
        if self._special:
            raise OverflowError('cannot convert Infinity to integer') if self._special == 'F' else ValueError('cannot convert NaN to integer')
        n = self._n * 10 ** self._e if self._e >= 0 else self._n // 10 ** -self._e
        return -n if self._negative else n

    __trunc__ = __int__

    def __floor__(self):
        return int(self.to_integral_value(ROUND_FLOOR))

    def __ceil__(self):
        return int(self.to_integral_value(ROUND_CEILING))

    def __round__(self, n=None):
        if n is None:
            return int(self.to_integral_value(ROUND_HALF_EVEN))
        return self.quantize(_new(False, 1, -n), ROUND_HALF_EVEN)

    def to_integral_value(self, rounding=None, context=None):
        if self._special or self._e >= 0:
            return self
        return _new(self._negative, _round(self._n, -self._e, self._negative, rounding or getcontext().rounding), 0)

    to_integral = to_integral_exact = to_integral_value

    def quantize(self, exp, rounding=None, context=None):
        exp = _of(exp)
        if self._special or exp._special:
            return self if self._special == exp._special or 'n' in self._special else _signal(InvalidOperation)
        drop = exp._e - self._e
        n = _round(self._n, drop, self._negative, rounding or getcontext().rounding) if drop > 0 else self._n * 10 ** -drop
        if len(str(n)) > getcontext().prec:
            return _signal(InvalidOperation)
        return _new(self._negative, n, exp._e)

    def normalize(self, context=None):
        made = +self
        n, e = made._n, made._e
        if not n:
            return _new(made._negative, 0, 0, made._special)
        while n % 10 == 0:
            n, e = n // 10, e + 1
        return _new(made._negative, n, e)

    def sqrt(self, context=None):
        if self._negative and self._n:
            return _signal(InvalidOperation)
        if self._special:
            return self
        ideal = self._e // 2
        if not self._n:
            return _new(self._negative, 0, ideal)
        prec = getcontext().prec + 1
        shift = max(2 * prec - len(str(self._n)), 0)
        shift += (self._e - shift) % 2
        n = self._n * 10 ** shift
        root, e = _math.isqrt(n), (self._e - shift) // 2
        if root * root == n:
            while e < ideal and root % 10 == 0:
                root, e = root // 10, e + 1
        elif root % 5 == 0:
            root += 1
        return _fixed(False, root, e)

    def as_tuple(self):
        special = {'F': (0,), 'n': ()}.get(self._special)
        return DecimalTuple(int(self._negative), tuple(map(int, str(self._n))) if special is None else special, self._special or self._e)

    def as_integer_ratio(self):
        from fractions import Fraction
        made = Fraction(self._signed()) * Fraction(10) ** self._e
        return made.numerator, made.denominator

    def adjusted(self):
        return self._e + len(str(self._n)) - 1 if not self._special else 0

    def is_nan(self):
        return self._special == 'n'

    def is_infinite(self):
        return self._special == 'F'

    def is_finite(self):
        return not self._special

    def is_zero(self):
        return not self._special and not self._n

    def is_signed(self):
        return self._negative

    def max(self, other, context=None):
        return max(self, _of(other))

    def min(self, other, context=None):
        return min(self, _of(other))

    def scaleb(self, other, context=None):
        return _fixed(self._negative, self._n, self._e + int(other))

    def to_eng_string(self, context=None):
        return str(self)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __getattr__(self, name):
        if name in ('exp', 'ln', 'log10', 'fma', 'remainder_near', 'next_plus', 'next_minus', 'logb', 'rotate', 'shift'):
            raise NotImplementedError(f'the playground does not support Decimal.{name}')
        raise AttributeError(f"'decimal.Decimal' object has no attribute '{name}'")

    real = property(lambda self: self)
    imag = property(lambda self: _of(0))


class Context:
    def __init__(self, prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=None, traps=None):
        self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp = prec, rounding, Emin, Emax, capitals, clamp
        if traps is None:
            traps = [InvalidOperation, DivisionByZero, Overflow]
        self.traps = traps if isinstance(traps, dict) else {signal: signal in traps for signal in _SIGNALS}
        self.flags = {signal: signal in (flags or ()) for signal in _SIGNALS}

    def copy(self):
        made = Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, traps=dict(self.traps))
        made.flags.update(self.flags)
        return made

    def clear_flags(self):
        self.flags.update(dict.fromkeys(self.flags, False))

    def create_decimal(self, value='0'):
        with localcontext(self):
            return +_of(value)

    def __getattr__(self, name):
        method = {'add': '__add__', 'subtract': '__sub__', 'multiply': '__mul__', 'divide': '__truediv__', 'power': '__pow__'}.get(name, name)

        def call(value, *args):
            with localcontext(self):
                return getattr(_of(value), method)(*args)
        if name.startswith('_') or not hasattr(Decimal, method):
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
        return call

    def __repr__(self):
        def names(table):
            return ', '.join(signal.__name__ for signal, is_set in table.items() if is_set)
        return (f'Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, '
                f'capitals={self.capitals}, clamp={self.clamp}, flags=[{names(self.flags)}], traps=[{names(self.traps)}])')


_SIGNALS = [InvalidOperation, DivisionByZero, Overflow, Underflow, Inexact, FloatOperation, Rounded, Subnormal, Clamped]
DefaultContext = Context()
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP)
ExtendedContext = Context(prec=9, traps=[])
_current = _ContextVar('decimal_context')


def getcontext():
    context = _current.get(None)
    if context is None:
        _current.set(context := DefaultContext.copy())
    return context


def setcontext(context, /):
    _current.set(context)


class localcontext:
    def __init__(self, ctx=None, **kwargs):
        self._context = (ctx or getcontext()).copy()
        for name, value in kwargs.items():
            setattr(self._context, name, value)

    def __enter__(self):
        self._saved = getcontext()
        setcontext(self._context)
        return self._context

    def __exit__(self, *exc):
        setcontext(self._saved)
