class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    closed = False

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *error):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def _check(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

    def close(self):
        self.closed = True

    def flush(self):
        self._check()

    def readable(self):
        return True

    writable = seekable = readable

    def isatty(self):
        return False

    def readlines(self, hint=-1, /):
        return list(self)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)


class _Memory(IOBase):
    def __init__(self, initial):
        self._text = initial
        self._at = 0

    def getvalue(self):
        self._check()
        return self._text

    def read(self, size=-1, /):
        self._check()
        start = self._at
        self._at = len(self._text) if size is None or size < 0 else min(start + size, len(self._text))
        return self._text[start:self._at]

    def readline(self, size=-1, /):
        self._check()
        end = self._text.find(self._newline, self._at)
        end = len(self._text) if end < 0 else end + 1
        return self.read((end if size is None or size < 0 else min(end, self._at + size)) - self._at)

    def write(self, s, /):
        self._check()
        if not isinstance(s, self._kind):
            raise TypeError(self._wrong + f"'{type(s).__name__}'")
        if self._at > len(self._text):
            self._text += self._zero * (self._at - len(self._text))
        if self._at == len(self._text):
            self._text += s
        else:
            self._text = self._text[:self._at] + s + self._text[self._at + len(s):]
        self._at += len(s)
        return len(s)

    def tell(self):
        self._check()
        return self._at

    def seek(self, pos, whence=0, /):
        self._check()
        self._at = max(pos + (0, self._at, len(self._text))[whence], 0)
        return self._at

    def truncate(self, pos=None, /):
        self._check()
        pos = self._at if pos is None else pos
        self._text = self._text[:pos]
        return pos


class StringIO(_Memory):
    _kind = str
    _newline = '\n'
    _zero = '\0'
    _wrong = 'string argument expected, got '
    encoding = errors = None

    def __init__(self, initial_value='', newline='\n'):
        super().__init__(initial_value or '')


class BytesIO(_Memory):
    _kind = bytes
    _newline = b'\n'
    _zero = b'\0'
    _wrong = 'a bytes-like object is required, not '

    def __init__(self, initial_bytes=b''):
        super().__init__(bytes(initial_bytes))

    getbuffer = _Memory.getvalue


TextIOBase = RawIOBase = BufferedIOBase = IOBase


class _Disk:
    """Files that live as long as the run."""
    files, folders, current = {}, {'/', '/tmp'}, '/'


def _error(number, *paths):
    from os import strerror
    return OSError(number, strerror(number), *paths)


def _path(path):
    from os.path import abspath
    return abspath(path.__fspath__() if hasattr(path, '__fspath__') else path)


def _check_parent(path, shown):
    from os.path import dirname
    if dirname(path) not in _Disk.folders:
        raise _error(20 if dirname(path) in _Disk.files else 2, shown)


class _File(_Memory):
    def __init__(self, name, mode, path, content):
        super().__init__(content)
        self.name, self.mode, self._path = name, mode, path
        self._can_read, self._can_write = 'r' in mode or '+' in mode, mode[0] != 'r' or '+' in mode
        if 'a' in mode:
            self._at = len(content)

    def readable(self):
        return self._can_read

    def writable(self):
        return self._can_write

    def read(self, size=-1, /):
        if not self._can_read:
            raise UnsupportedOperation('not readable' if self._kind is str else 'read')
        return super().read(size)

    def write(self, s, /):
        self._check()
        if not self._can_write:
            raise UnsupportedOperation('not writable' if self._kind is str else 'write')
        return super().write(s)

    def flush(self):
        self._check()
        if self._can_write:
            _Disk.files[self._path] = self._bytes()

    def close(self):
        if not self.closed:
            self.flush()
            self.closed = True

    def __del__(self):
        self.close()

    def fileno(self):
        raise UnsupportedOperation('fileno')


class TextIOWrapper(_File):
    _kind = str
    _newline = '\n'
    _zero = '\0'
    _wrong = 'write() argument must be str, not '

    def __init__(self, name, mode, path, content, encoding, errors, newline):
        self.encoding, self.errors = encoding or 'UTF-8', errors or 'strict'
        text = content.decode(self.encoding, self.errors)
        super().__init__(name, mode, path, text.replace('\r\n', '\n') if newline is None else text)

    def _bytes(self):
        return self._text.encode(self.encoding, self.errors)

    def write(self, s, /):
        if not isinstance(s, str):
            raise TypeError(self._wrong + type(s).__name__)
        return super().write(s)

    def __repr__(self):
        return f'<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding={self.encoding!r}>'


class _Binary(_File):
    _kind = bytes
    _newline = b'\n'
    _zero = b'\0'
    _wrong = 'a bytes-like object is required, not '

    def _bytes(self):
        return self._text

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__name__} name={self.name!r}>'


class BufferedReader(_Binary):
    pass


class BufferedWriter(_Binary):
    pass


class BufferedRandom(_Binary):
    pass


for _class in TextIOWrapper, BufferedReader, BufferedWriter, BufferedRandom:
    _class.__module__ = '_io'


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if not isinstance(file, str) and not hasattr(file, '__fspath__'):
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(file).__name__}')
    kind = mode.replace('b', '').replace('t', '').replace('+', '')
    if set(mode) - set('rwxabt+'):
        raise ValueError(f'invalid mode: {mode!r}')
    if kind not in ('r', 'w', 'x', 'a'):
        raise ValueError('must have exactly one of create/read/write/append mode')
    name = file.__fspath__() if hasattr(file, '__fspath__') else file
    path = _path(name)
    if path in _Disk.folders:
        raise _error(21, name)
    _check_parent(path, name)
    content = _Disk.files.get(path)
    if content is None and kind == 'r':
        raise _error(2, name)
    if content is not None and kind == 'x':
        raise _error(17, name)
    if kind in 'wx':
        content = b''
    if kind != 'r':
        _Disk.files[path] = content = content or b''
    if 'b' in mode:
        make = BufferedRandom if '+' in mode else BufferedReader if kind == 'r' else BufferedWriter
        return make(name, mode, path, content)
    return TextIOWrapper(name, mode, path, content, encoding, errors, newline)


SEEK_SET, SEEK_CUR, SEEK_END = range(3)
