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


TextIOBase = TextIOWrapper = RawIOBase = BufferedIOBase = IOBase
SEEK_SET, SEEK_CUR, SEEK_END = range(3)
