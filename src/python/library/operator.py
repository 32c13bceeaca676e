from _native import exec as _exec

_abs = abs
for _name, _args, _text in [line.split(' ', 2) for line in '''lt a,b a < b
le a,b a <= b
eq a,b a == b
ne a,b a != b
ge a,b a >= b
gt a,b a > b
add a,b a + b
and_ a,b a & b
floordiv a,b a // b
lshift a,b a << b
mod a,b a % b
mul a,b a * b
matmul a,b a @ b
or_ a,b a | b
pow a,b a ** b
rshift a,b a >> b
sub a,b a - b
truediv a,b a / b
xor a,b a ^ b
is_ a,b a is b
is_not a,b a is not b
concat a,b a + b
contains a,b b in a
getitem a,b a[b]
neg a -a
pos a +a
inv a ~a
invert a ~a
not_ a not a
truth a bool(a)
abs a _abs(a)'''.split('\n')]:
    _exec(f'def {_name}({_args}, /): return {_text}', globals(), True)
for _name, _sign in zip('add and floordiv lshift mod mul matmul or pow rshift sub truediv xor concat'.split(),
                        '+ & // << % * @ | ** >> - / ^ +'.split()):
    _exec(f'def i{_name}(a, b, /):\n a {_sign}= b\n return a', globals(), True)


def setitem(a, b, c, /):
    a[b] = c


def delitem(a, b, /):
    del a[b]


def countOf(a, b, /):
    return sum(1 for item in a if item is b or item == b)


def indexOf(a, b, /):
    for i, item in enumerate(a):
        if item is b or item == b:
            return i
    raise ValueError('sequence.index(x): x not in sequence')


def index(a, /):
    ask = getattr(type(a), '__index__', None)
    if ask is None:
        raise TypeError(f"'{type(a).__name__}' object cannot be interpreted as an integer")
    return ask(a)


def length_hint(obj, default=0, /):
    for name in '__len__', '__length_hint__':
        ask = getattr(type(obj), name, None)
        hint = ask(obj) if ask else NotImplemented
        if hint is not NotImplemented:
            return hint
    return default


def call(obj, /, *args, **kwargs):
    return obj(*args, **kwargs)


def _show(self, parts):
    return f"operator.{type(self).__name__}({', '.join(parts)})"


class attrgetter:
    def __init__(self, attr, /, *attrs):
        self._attrs = (attr, *attrs)
        for one in self._attrs:
            if not isinstance(one, str):
                raise TypeError('attribute name must be a string')
        self._paths = [one.split('.') for one in self._attrs]

    def __call__(self, obj, /):
        values = []
        for path in self._paths:
            value = obj
            for name in path:
                value = getattr(value, name)
            values.append(value)
        return values[0] if len(values) == 1 else tuple(values)

    def __repr__(self):
        return _show(self, map(repr, self._attrs))


class itemgetter:
    def __init__(self, item, /, *items):
        self._items = (item, *items)

    def __call__(self, obj, /):
        if len(self._items) == 1:
            return obj[self._items[0]]
        return tuple([obj[item] for item in self._items])

    def __repr__(self):
        return _show(self, map(repr, self._items))


class methodcaller:
    def __init__(self, name, /, *args, **kwargs):
        if not isinstance(name, str):
            raise TypeError('method name must be a string')
        self._name, self._args, self._kwargs = name, args, kwargs

    def __call__(self, obj, /):
        return getattr(obj, self._name)(*self._args, **self._kwargs)

    def __repr__(self):
        keywords = (f'{k}={v!r}' for k, v in self._kwargs.items())
        return _show(self, [repr(self._name), *map(repr, self._args), *keywords])
