from math import atan2, copysign, cos, exp, hypot, log, sin


def _shown(x):
    text = repr(x)
    return text[:-2] if text.endswith('.0') else text


def _parse(text):
    body = text.strip()
    if body.startswith('(') and body.endswith(')'):
        body = body[1:-1].strip()
    wrong = ValueError('complex() arg is a malformed string')
    try:
        if not body.endswith(('j', 'J')):
            return float(body), 0.0
        body = body[:-1]
        for i in range(len(body) - 1, 0, -1):
            if body[i] in '+-' and body[i - 1] not in 'eE':
                imag = body[i:]
                return float(body[:i]), float(imag + '1' if imag in '+-' else imag)
        return 0.0, float(body + '1' if body in ('', '+', '-') else body)
    except ValueError:
        raise wrong from None


def _binary(operate):
    def forward(self, other):
        other = _as_complex(other)
        return other if other is NotImplemented else operate(self, other)

    def reflected(self, other):
        other = _as_complex(other)
        return other if other is NotImplemented else operate(other, self)
    return forward, reflected


def _as_complex(value):
    if isinstance(value, complex):
        return value
    return _new(float(value), 0.0) if isinstance(value, (int, float)) else NotImplemented


def _new(real, imag):
    made = object.__new__(complex)
    _set(made, '_real', real)
    _set(made, '_imag', imag)
    return made


_set = object.__setattr__


def _quotient(a, b):
    ar, ai, br, bi = a._real, a._imag, b._real, b._imag
    if not br and not bi:
        raise ZeroDivisionError('complex division by zero')
    if abs(br) >= abs(bi):
        ratio = bi / br
        scale = br + bi * ratio
        return _new((ar + ai * ratio) / scale, (ai - ar * ratio) / scale)
    ratio = br / bi
    scale = br * ratio + bi
    return _new((ar * ratio + ai) / scale, (ai * ratio - ar) / scale)


def _product(a, b):
    return _new(a._real * b._real - a._imag * b._imag, a._real * b._imag + a._imag * b._real)


def _power(a, b):
    if not b._real and not b._imag:
        return _new(1.0, 0.0)
    if not a._real and not a._imag:
        if b._imag or b._real < 0:
            raise ZeroDivisionError('zero to a negative or complex power')
        return _new(0.0, 0.0)
    if not b._imag and b._real == int(b._real) and abs(b._real) <= 100:
        n, result, base = abs(int(b._real)), _new(1.0, 0.0), a
        while n:
            if n & 1:
                result = _product(result, base)
            base = _product(base, base)
            n >>= 1
        return result if b._real > 0 else _quotient(_new(1.0, 0.0), result)
    length, angle = abs(a), atan2(a._imag, a._real)
    size, phase = length ** b._real, angle * b._real
    if b._imag:
        size /= exp(angle * b._imag)
        phase += b._imag * log(length)
    return _new(size * cos(phase), size * sin(phase))


class complex:
    __slots__ = ('_real', '_imag')

    def __new__(cls, real=0, imag=None):
        if isinstance(real, str):
            if imag is not None:
                raise TypeError("complex() can't take second arg if first is a string")
            return _new(*_parse(real))
        if isinstance(imag, str):
            raise TypeError("complex() second arg can't be a string")
        for value in (real, 0 if imag is None else imag):
            if not isinstance(value, (int, float, complex)) and not hasattr(value, '__float__') and not hasattr(value, '__complex__'):
                which = 'first argument' if value is real else 'second argument'
                raise TypeError(f"complex() {which} must be a {'string or a ' if value is real else ''}number, not '{type(value).__name__}'")
        if hasattr(type(real), '__complex__') and not isinstance(real, complex):
            real = real.__complex__()
        x, y = (real._real, real._imag) if isinstance(real, complex) else (float(real), 0.0)
        if isinstance(imag, complex):
            x, y = x - imag._imag, y + imag._real
        elif imag is not None:
            y = y + float(imag) if isinstance(real, complex) else float(imag)
        return _new(x, y)

    def __setattr__(self, name, value):
        if name in ('real', 'imag'):
            raise AttributeError('readonly attribute')
        raise AttributeError(f"'complex' object has no attribute '{name}' and no __dict__ for setting new attributes")

    real = property(lambda self: self._real)
    imag = property(lambda self: self._imag)

    def conjugate(self):
        return _new(self._real, -self._imag)

    __add__, __radd__ = _binary(lambda a, b: _new(a._real + b._real, a._imag + b._imag))
    __sub__, __rsub__ = _binary(lambda a, b: _new(a._real - b._real, a._imag - b._imag))
    __mul__, __rmul__ = _binary(_product)
    __truediv__, __rtruediv__ = _binary(_quotient)
    __pow__, __rpow__ = _binary(_power)

    def __neg__(self):
        return _new(-self._real, -self._imag)

    def __pos__(self):
        return self

    def __abs__(self):
        return hypot(self._real, self._imag)

    def __bool__(self):
        return self._real != 0 or self._imag != 0

    def __complex__(self):
        return self

    def __eq__(self, other):
        if isinstance(other, (int, float)):
            return self._imag == 0 and self._real == other
        if isinstance(other, complex):
            return self._real == other._real and self._imag == other._imag
        return NotImplemented

    def __hash__(self):
        value = hash(self._real) + 1000003 * hash(self._imag)
        value = (value + 2 ** 63) % 2 ** 64 - 2 ** 63
        return -2 if value == -1 else value

    def __repr__(self):
        imag = _shown(self._imag)
        if self._real == 0 and copysign(1, self._real) == 1:
            return imag + 'j'
        sign = '' if imag.startswith('-') else '+'
        return f'({_shown(self._real)}{sign}{imag}j)'

    def __format__(self, spec):
        if not spec:
            return str(self)
        real, imag = format(self._real, spec), format(self._imag, spec)
        return f"{real}{'' if imag.startswith('-') else '+'}{imag}j"

    def __getnewargs__(self):
        return self._real, self._imag


def _items(value):
    if isinstance(value, (bytes, bytearray, memoryview)):
        return list(value)
    raise TypeError(f"a bytes-like object is required, not '{type(value).__name__}'")


def _byte(value):
    value = value.__index__() if hasattr(value, '__index__') else _not_int(value)
    if not 0 <= value <= 255:
        raise ValueError('byte must be in range(0, 256)')
    return value


def _not_int(value):
    raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")


class bytearray:
    __slots__ = ('_l',)
    __hash__ = None

    def __init__(self, source=b'', encoding=None, errors='strict'):
        if isinstance(source, str):
            if encoding is None:
                raise TypeError('string argument without an encoding')
            source = source.encode(encoding, errors)
        self._l = [0] * source if isinstance(source, int) else [_byte(item) for item in source]

    def __bytes__(self):
        return bytes(self._l)

    def __repr__(self):
        return f'bytearray({bytes(self._l)!r})'

    def __len__(self):
        return len(self._l)

    def __iter__(self):
        return iter(self._l)

    def __contains__(self, item):
        return (item if isinstance(item, int) else bytes(_items(item))) in bytes(self._l)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return _bytearray(self._l[index])
        try:
            return self._l[index]
        except IndexError:
            raise IndexError('bytearray index out of range') from None

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            self._l[index] = [_byte(item) for item in value]
        elif not -len(self._l) <= index < len(self._l):
            raise IndexError('bytearray index out of range')
        else:
            self._l[index] = _byte(value)

    def __delitem__(self, index):
        del self._l[index]

    def __eq__(self, other):
        if not isinstance(other, (bytes, bytearray, memoryview)):
            return NotImplemented
        return self._l == list(other)

    def __lt__(self, other):
        return bytes(self._l) < bytes(other)

    def __le__(self, other):
        return bytes(self._l) <= bytes(other)

    def __gt__(self, other):
        return bytes(self._l) > bytes(other)

    def __ge__(self, other):
        return bytes(self._l) >= bytes(other)

    def __add__(self, other):
        return _bytearray(self._l + _items(other))

    def __radd__(self, other):
        return bytes(_items(other) + self._l)

    def __iadd__(self, other):
        self._l += _items(other)
        return self

    def __mul__(self, times):
        return _bytearray(self._l * times)

    __rmul__ = __mul__

    def __mod__(self, values):
        return bytearray(bytes(self._l) % values)

    def append(self, item, /):
        self._l.append(_byte(item))

    def extend(self, items, /):
        self._l += [_byte(item) for item in items]

    def insert(self, index, item, /):
        self._l.insert(index, _byte(item))

    def pop(self, index=-1, /):
        if not self._l:
            raise IndexError('pop from empty bytearray')
        return self._l.pop(index)

    def remove(self, value, /):
        if value not in self._l:
            raise ValueError('value not found in bytearray')
        self._l.remove(value)

    def reverse(self):
        self._l.reverse()

    def clear(self):
        self._l.clear()

    def copy(self):
        return _bytearray(self._l[:])

    @classmethod
    def fromhex(cls, text, /):
        return cls(bytes.fromhex(text))


def _bytearray(items):
    made = bytearray()
    made._l = items
    return made


def _as_bytes(value):
    return bytes(value._l) if isinstance(value, bytearray) else value


def _borrow(name):
    def method(self, /, *args, **kwargs):
        result = getattr(bytes(self._l), name)(*map(_as_bytes, args), **kwargs)
        if isinstance(result, bytes):
            return bytearray(result)
        if isinstance(result, (list, tuple)):
            return type(result)(bytearray(part) if isinstance(part, bytes) else part for part in result)
        return result
    method.__name__ = name
    return method


for _name in ('capitalize center count decode endswith expandtabs find hex index isalnum isalpha isascii isdigit islower '
              'isspace istitle isupper join ljust lower lstrip partition removeprefix removesuffix replace rfind rindex '
              'rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title upper zfill').split():
    if hasattr(bytes, _name):
        setattr(bytearray, _name, _borrow(_name))


class memoryview:
    __slots__ = ('_of', '_at')

    def __init__(self, object):
        if not isinstance(object, (bytes, bytearray, memoryview)):
            raise TypeError(f"memoryview: a bytes-like object is required, not '{type(object).__name__}'")
        self._of = object._of if isinstance(object, memoryview) else object
        self._at = range(len(object)) if not isinstance(object, memoryview) else object._at

    def __len__(self):
        return len(self._at)

    def __getitem__(self, index):
        if isinstance(index, slice):
            part = memoryview(self)
            part._at = self._at[index]
            return part
        try:
            return self._of[self._at[index]]
        except IndexError:
            raise IndexError('index out of bounds on dimension 1') from None

    def __setitem__(self, index, value):
        if isinstance(self._of, bytes):
            raise TypeError('cannot modify read-only memory')
        places = self._at[index]
        if isinstance(index, slice):
            if len(places) != len(value):
                raise ValueError('memoryview assignment: lvalue and rvalue have different structures')
            for place, item in zip(places, value):
                self._of[place] = item
        else:
            self._of[places] = value

    def __iter__(self):
        return (self._of[place] for place in self._at)

    def __bytes__(self):
        return bytes([self._of[place] for place in self._at])

    def __eq__(self, other):
        if not isinstance(other, (bytes, bytearray, memoryview)):
            return NotImplemented
        return bytes(self) == bytes(other)

    def tobytes(self):
        return bytes(self)

    def tolist(self):
        return list(self)

    nbytes = property(len)
    obj = property(lambda self: self._of)
    readonly = property(lambda self: isinstance(self._of, bytes))
    itemsize = property(lambda self: 1)

    def hex(self):
        return bytes(self).hex()

    def release(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass


for _cls in complex, bytearray, memoryview:
    _cls.__module__ = 'builtins'
