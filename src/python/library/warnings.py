import re
import sys
from _frames import entries as _entries, frame as _frame

_DEFAULTS = [('default', None, DeprecationWarning, '__main__', 0)] + [
    ('ignore', None, category, None, 0) for category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)]
filters = _DEFAULTS[:]
_told = set()


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self.category.__name__!r}, filename : {self.filename!r}, "
                f"lineno : {self.lineno}, line : {self.line!r}}}")


def formatwarning(message, category, filename, lineno, line=None):
    return f'{filename}:{lineno}: {category.__name__}: {message}\n' + (f'  {line}\n' if line else '')


def showwarning(message, category, filename, lineno, file=None, line=None):
    (file or sys.stderr).write(formatwarning(message, category, filename, lineno, line))


def _check(action, category):
    if action not in ('error', 'ignore', 'always', 'default', 'module', 'once'):
        raise ValueError(f'invalid action: {action!r}')
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError('category must be a Warning subclass')


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    _check(action, category)
    entry = action, re.compile(message, re.I) if message else None, category, module or None, lineno
    filters.insert(len(filters) if append else 0, entry)


def simplefilter(action, category=Warning, lineno=0, append=False):
    filterwarnings(action, '', category, '', lineno, append)


def resetwarnings():
    filters.clear()


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    at = _frame()
    while at and stacklevel > 1:
        at = at.f_back
        stacklevel -= 1
    filename, lineno, line = 'sys', 0, ''
    if at:
        filename, lineno, _, line, _ = _entries(at)[0]
    warn_explicit(message, category, filename, lineno, '__main__', line=line)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None, line=None):
    text = str(message)
    if not isinstance(message, Warning):
        message = category(message)
    action = 'default'
    for known, pattern, kind, where, at in filters:
        if issubclass(category, kind) and (not pattern or pattern.match(text)) and (not where or where == module) and at in (0, lineno):
            action = known
            break
    if action == 'ignore':
        return
    if action == 'error':
        try:
            raise message
        finally:
            message = None  # In CPython this is C, and no frame has it.
    if action != 'always':
        key = text, category, lineno if action == 'default' else None
        if key in _told:
            return
        _told.add(key)
    if _records:
        _records[-1].append(WarningMessage(message, category, filename, lineno, line=None))
    else:
        showwarning(message, category, filename, lineno, None, line)


_records = []


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._simple = action and (action, category, lineno, append)

    def __enter__(self):
        self._saved = filters[:], set(_told)
        _told.clear()
        if self._simple:
            simplefilter(*self._simple)
        if self._record:
            _records.append([])
            return _records[-1]

    def __exit__(self, *error):
        if self._record:
            _records.pop()
        filters[:], told = self._saved
        _told.clear()
        _told.update(told)


class deprecated:
    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        import functools
        told = self
        if isinstance(arg, type):
            arg.__deprecated__ = self.message
            return arg

        @functools.wraps(arg)
        def wrapper(*args, **kwargs):
            if told.category:
                warn(told.message, told.category, told.stacklevel)
            return arg(*args, **kwargs)
        wrapper.__deprecated__ = self.message
        return wrapper
