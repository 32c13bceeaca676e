import sys


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = stream
        self._compact = compact
        self._sort = sort_dicts
        self._underscore = underscore_numbers

    def pprint(self, object):
        (self._stream or sys.stdout).write(self.pformat(object) + '\n')

    def pformat(self, object):
        return self._format(object, 0, 0, 1, ())

    def _items(self, object):
        items = list(object.items())
        if self._sort:
            try:
                items.sort(key=lambda item: item[0])
            except TypeError:
                items.sort(key=lambda item: (str(type(item[0])), repr(item[0])))
        return items

    def _plain(self, object, level, inside):
        kind = type(object)
        if kind in (dict, list, tuple):
            if id(object) in inside:
                return f'<Recursion on {kind.__name__} with id={id(object)}>'
            inside += id(object),
            if object and self._depth is not None and level > self._depth:
                return '{...}' if kind is dict else '[...]' if kind is list else '(...)'
            if kind is dict:
                return '{' + ', '.join(f'{self._plain(k, level + 1, inside)}: {self._plain(v, level + 1, inside)}' for k, v in self._items(object)) + '}'
            text = ', '.join(self._plain(item, level + 1, inside) for item in object)
            return f'[{text}]' if kind is list else f'({text},)' if len(object) == 1 else f'({text})'
        if kind is int and self._underscore:
            return f'{object:_d}'
        return repr(object)

    def _format(self, object, indent, allowance, level, inside):
        text = self._plain(object, level, inside)
        room = self._width - indent - allowance
        kind = type(object)
        if len(text) <= room or self._depth is not None and level > self._depth or id(object) in inside:
            return text
        inside += id(object),
        inner = indent + self._indent
        if kind is dict and object:
            rows = []
            items = self._items(object)
            for place, (key, value) in enumerate(items):
                shown = self._plain(key, level + 1, inside)
                after = 1 if place < len(items) - 1 else allowance + 1
                rows.append(f'{shown}: ' + self._format(value, inner + len(shown) + 2, after, level + 1, inside))
            return '{' + ' ' * (self._indent - 1) + (',\n' + ' ' * inner).join(rows) + '}'
        if kind in (list, tuple, set, frozenset) and object:
            items = list(object)
            opening, closing = '[]' if kind is list else '()' if kind is tuple else '{}'
            if kind in (set, frozenset):
                try:
                    items.sort()
                except TypeError:
                    items.sort(key=lambda item: (str(type(item)), repr(item)))
                if kind is frozenset:
                    opening, closing = 'frozenset({', '})'
                    inner += 10
            if kind is tuple and len(items) == 1:
                closing = ',)'
            end = allowance + len(closing)
            if self._compact:
                return opening + ' ' * (self._indent - 1) + self._packed(items, inner, end, level, inside) + closing
            rows = [self._format(item, inner, 1 if place < len(items) - 1 else end, level + 1, inside) for place, item in enumerate(items)]
            return opening + ' ' * (self._indent - 1) + (',\n' + ' ' * inner).join(rows) + closing
        if hasattr(kind, '__dataclass_fields__'):
            name = kind.__name__ + '('
            fields = [field for field in kind.__dataclass_fields__.values() if field.repr]
            inner = indent + len(name)
            rows = [f'{field.name}=' + self._format(getattr(object, field.name), inner + len(field.name) + 1, 1, level + 1, inside) for field in fields]
            return name + (',\n' + ' ' * inner).join(rows) + ')'
        if kind is str:
            return self._long(object, indent, allowance, level)
        return text

    def _packed(self, items, inner, end, level, inside):
        out = between = ''
        left = room = self._width - inner + 1
        broken = ',\n' + ' ' * inner
        for place, item in enumerate(items):
            last = place == len(items) - 1
            if last:
                room -= end
                left -= end
            text = self._plain(item, level + 1, inside)
            if left < len(text) + 2:
                left = room
                between = between and broken
            if left >= len(text) + 2:
                left -= len(text) + 2
                out += between + text
                between = ', '
            else:
                out += between + self._format(item, inner, end if last else 1, level + 1, inside)
                between = broken
        return out

    def _long(self, text, indent, allowance, level):
        chunks = []
        lines = text.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        room = self._width - indent
        for place, line in enumerate(lines):
            most = room - (allowance if place == len(lines) - 1 else 0)
            if len(repr(line)) <= most:
                chunks.append(repr(line))
                continue
            import re
            current = ''
            parts = re.findall(r'\S*\s*', line)
            parts.pop()
            for number, part in enumerate(parts):
                limit = room - (allowance if number == len(parts) - 1 and place == len(lines) - 1 else 0)
                if current and len(repr(current + part)) > limit:
                    chunks.append(repr(current))
                    current = ''
                current += part
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            return chunks[0]
        joined = ('\n' + ' ' * indent).join(chunks)
        return f'({joined})' if level == 1 else joined


def pformat(object, indent=1, width=80, depth=None, **options):
    return PrettyPrinter(indent, width, depth, **options).pformat(object)


def pprint(object, stream=None, indent=1, width=80, depth=None, **options):
    PrettyPrinter(indent, width, depth, stream, **options).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)
