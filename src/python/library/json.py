from _json import decode as _decode, quote as _quote


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        self.lineno = doc.count('\n', 0, pos) + 1
        self.colno = pos - doc.rfind('\n', 0, pos)
        super().__init__(f'{msg}: line {self.lineno} column {self.colno} (char {pos})')
        self.msg = msg
        self.doc = doc
        self.pos = pos


JSONDecodeError.__module__ = 'json.decoder'


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self._options = strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant

    def decode(self, s):
        start = len(s) - len(s.lstrip(' \t\n\r'))
        value, end = _decode(s, start, self._options)
        end = len(s) - len(s[end:].lstrip(' \t\n\r'))
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return value

    def raw_decode(self, s, idx=0):
        return _decode(s, idx, self._options)


def _float(number, allow_nan=True):
    if number != number or number in (_inf, -_inf):
        if not allow_nan:
            raise ValueError('Out of range float values are not JSON compliant: ' + repr(number))
        return 'NaN' if number != number else 'Infinity' if number > 0 else '-Infinity'
    return float.__repr__(number)


_inf = float('inf')


class JSONEncoder:
    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = ' ' * indent if isinstance(indent, int) else indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        parts = []
        self._write(o, parts.append, '\n', [])
        return ''.join(parts)

    def iterencode(self, o, _one_shot=False):
        parts = []
        self._write(o, parts.append, '\n', [])
        return iter(parts)

    def _simple(self, o):
        if isinstance(o, str):
            return _quote(o, self.ensure_ascii)
        if o is None:
            return 'null'
        if o is True:
            return 'true'
        if o is False:
            return 'false'
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return _float(o, self.allow_nan)

    def _key(self, key):
        if isinstance(key, str):
            return key
        if isinstance(key, (int, float)) or key is None:
            return self._simple(key)
        if not self.skipkeys:
            raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')

    def _write(self, o, write, newline, inside):
        text = self._simple(o)
        if text is not None:
            return write(text)
        if self.check_circular and any(o is other for other in inside):
            raise ValueError('Circular reference detected')
        inside.append(o)
        if isinstance(o, (dict, list, tuple)):
            self._write_all(o, write, newline, inside)
        else:
            self._write(self.default(o), write, newline, inside)
        inside.pop()

    def _write_all(self, o, write, newline, inside):
        is_dict = isinstance(o, dict)
        opening, closing = '{}' if is_dict else '[]'
        if not o:
            return write(opening + closing)
        inner = newline
        separator = self.item_separator
        if self.indent is not None:
            inner += self.indent
            opening += inner
            separator += inner
        items = o
        if is_dict:
            items = sorted(o.items()) if self.sort_keys else o.items()
        for item in items:
            if is_dict:
                key, item = item
                key = self._key(key)
                if key is None:
                    continue
                opening += _quote(key, self.ensure_ascii) + self.key_separator
            write(opening)
            opening = separator
            text = self._simple(item)
            if text is None:
                self._write(item, write, inner, inside)
            else:
                write(text)
        if opening is not separator:
            write(opening)
        elif self.indent is not None:
            write(newline)
        write(closing)



def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False, **kw):
    return (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan, indent=indent,
                                separators=separators, default=default, sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, **kw):
    cls = kw.pop('cls', None) or JSONEncoder
    for part in cls(**kw).iterencode(obj):
        fp.write(part)


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw):
    if isinstance(s, str):
        if s.startswith('\ufeff'):
            raise JSONDecodeError('Unexpected UTF-8 BOM (decode using utf-8-sig)', s, 0)
    elif hasattr(s, 'decode'):
        s = s.decode()
    else:
        raise TypeError(f'the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}')
    return (cls or JSONDecoder)(object_hook=object_hook, parse_float=parse_float, parse_int=parse_int,
                                parse_constant=parse_constant, object_pairs_hook=object_pairs_hook, **kw).decode(s)


def load(fp, **kw):
    return loads(fp.read(), **kw)
