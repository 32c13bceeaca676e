import re as _this
from _thread import deprecated
from _re import Match, Pattern, compile as _make, flags_repr


class RegexFlag(int):
    def __repr__(self):
        return flags_repr(int(self)) or 're.NOFLAG'

    __str__ = __repr__

    @property
    def value(self):
        return int(self)

    @property
    def name(self):
        return flags_repr(int(self)).replace('re.', '') or 'NOFLAG'

    def __or__(self, other):
        return RegexFlag(int(self) | int(other))

    def __and__(self, other):
        return RegexFlag(int(self) & int(other))

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other))

    def __invert__(self):
        return RegexFlag(~int(self) & 510)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


for _value, *_names in ((0, 'NOFLAG'), (2, 'I', 'IGNORECASE'), (4, 'L', 'LOCALE'), (8, 'M', 'MULTILINE'), (16, 'S', 'DOTALL'), (32, 'U', 'UNICODE'),
                        (64, 'X', 'VERBOSE'), (128, 'DEBUG'), (256, 'A', 'ASCII')):
    for _name in _names:
        for _place in _this, RegexFlag:
            setattr(_place, _name, RegexFlag(_value))


class PatternError(Exception):
    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            msg = f'{msg} at position {pos}'
            if newline in pattern:
                msg += f' (line {self.lineno}, column {self.colno})'
        super().__init__(msg)


error = PatternError
_cache = {}


def compile(pattern, flags=0):
    flags = int(flags)
    key = type(pattern), pattern, flags
    try:
        return _cache[key]
    except (KeyError, TypeError):
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError("first argument must be string or compiled pattern")
    if len(_cache) >= 512:
        _cache.clear()
    made = _cache[key] = _make(pattern, flags)
    return made


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def _optional(name, first, args, values, taken):
    """The optional arguments of split and sub, which may be given by position, but should not."""
    if args:
        for place, value in enumerate(args):
            if place > 1:
                raise TypeError(f'{name}() takes from {taken} to {taken + 2} positional arguments but {taken + len(args)} were given')
            if values[place] is not None:
                raise TypeError(f"{name}() got multiple values for argument '{(first, 'flags')[place]}'")
            values[place] = value
        deprecated(f"'{first}' is passed as positional argument")
    return values[0] or 0, values[1] or 0


def split(pattern, string, *args, maxsplit=None, flags=None):
    maxsplit, flags = _optional('split', 'maxsplit', args, [maxsplit, flags], 2)
    return compile(pattern, flags).split(string, maxsplit)


def sub(pattern, repl, string, *args, count=None, flags=None):
    count, flags = _optional('sub', 'count', args, [count, flags], 3)
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=None, flags=None):
    count, flags = _optional('subn', 'count', args, [count, flags], 3)
    return compile(pattern, flags).subn(repl, string, count)


def escape(pattern):
    special = '()[]{}?*+-|^$\\.&~# \t\n\r\v\f'
    if isinstance(pattern, str):
        return ''.join('\\' + c if c in special else c for c in pattern)
    return escape(str(pattern, 'latin1')).encode('latin1')


def purge():
    _cache.clear()
