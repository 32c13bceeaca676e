import sys
from _frames import ending as _ending, entries as _entries, format_exception as _format, frame as _frame


class FrameSummary:
    def __init__(self, filename, lineno, name, line='', text=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = line
        self.locals = None
        self._text = text or f'  File "{filename}", line {lineno}, in {name}\n' + (f'    {line.strip()}\n' if line else '')

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, place):
        return tuple(self)[place]

    def __len__(self):
        return 4

    def __eq__(self, other):
        return tuple(self) == tuple(other) if isinstance(other, (FrameSummary, tuple)) else NotImplemented

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


class StackSummary(list):
    @classmethod
    def from_list(cls, frames):
        return cls(frame if isinstance(frame, FrameSummary) else FrameSummary(*frame) for frame in frames)

    def format(self):
        out = []
        last = None
        count = 0
        for frame in [*self, None]:
            key = frame and (frame.filename, frame.lineno, frame.name)
            if key != last:
                if count > 3:
                    out.append(f"  [Previous line repeated {count - 3} more time{'s' if count > 4 else ''}]\n")
                last = key
                count = 0
            count += 1
            if frame and count <= 3:
                out.append(frame._text)
        return out


def _limited(frames, limit):
    if limit is not None:
        frames = frames[:limit] if limit >= 0 else frames[limit:]
    return StackSummary(frames)


def extract_tb(tb, limit=None):
    return _limited([FrameSummary(*entry) for entry in _entries(tb)], limit)


def extract_stack(f=None, limit=None):
    frames = []
    f = f or _frame()
    while f:
        frames.append(FrameSummary(*_entries(f)[0]))
        f = f.f_back
    frames.reverse()
    return _limited(frames, None if limit is None else -limit)


def walk_tb(tb):
    while tb:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    f = f or _frame()
    while f:
        yield f, f.f_lineno
        f = f.f_back


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    print(''.join(format_list(extracted_list)), file=file or sys.stderr, end='')


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit), file)


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    print_list(extract_stack(f, limit), file)


_CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n'
_CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n'


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False, _seen=None):
        seen = _seen or set()
        seen.add(id(exc_value))
        self.exc_type = exc_type
        self.stack = extract_tb(exc_traceback, limit)
        self.__notes__ = getattr(exc_value, '__notes__', None)
        self._ending = _ending(exc_value)
        self._str = str(exc_value)
        self._whole = _format(exc_value) if limit is None and isinstance(exc_value, BaseExceptionGroup) else None
        self.__cause__ = self.__context__ = None
        self.__suppress_context__ = exc_value is not None and exc_value.__suppress_context__
        for name in '__cause__', '__context__':
            earlier = getattr(exc_value, name, None)
            if earlier is not None and id(earlier) not in seen:
                setattr(self, name, TracebackException(type(earlier), earlier, earlier.__traceback__, limit=limit, _seen=seen))

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type_str(self):
        module = self.exc_type.__module__
        return self.exc_type.__qualname__ if module in ('builtins', '__main__') else f'{module}.{self.exc_type.__qualname__}'

    def format_exception_only(self, *, show_group=False):
        yield from self._ending

    def format(self, *, chain=True):
        if self._whole is not None:
            yield from self._whole.splitlines(True)
            return
        if chain:
            earlier = self.__cause__ or (not self.__suppress_context__ and self.__context__)
            if earlier:
                yield from earlier.format()
                yield _CAUSE if earlier is self.__cause__ else _CONTEXT
        if self.stack:
            yield 'Traceback (most recent call last):\n'
            yield from self.stack.format()
        yield from self._ending

    def print(self, *, file=None, chain=True):
        print(''.join(self.format(chain=chain)), file=file or sys.stderr, end='')

    def __str__(self):
        return self._str


_missing = object()


def _made(exc, value, tb, limit=None):
    if (value is _missing) != (tb is _missing):
        raise ValueError('Both or neither of value and tb must be given')
    if value is _missing:
        if exc is not None and not isinstance(exc, BaseException):
            raise TypeError(f'Exception expected for value, {type(exc).__name__} found')
        value = exc
        tb = getattr(exc, '__traceback__', None)
    return TracebackException(type(value), value, tb, limit=limit)


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True):
    return list(_made(exc, value, tb, limit).format(chain=chain))


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True):
    _made(exc, value, tb, limit).print(file=file, chain=chain)


def format_exception_only(exc, /, value=_missing, *, show_group=False):
    return _ending(exc if value is _missing else value)


def format_exc(limit=None, chain=True):
    error = sys.exception()
    if limit is None and chain and error is not None:
        return _format(error)
    return ''.join(format_exception(error, limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print(format_exc(limit, chain), file=file or sys.stderr, end='')


def print_last(limit=None, file=None, chain=True):
    raise ValueError('no last exception')


def clear_frames(tb):
    pass
