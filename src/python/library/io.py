class StringIO:
    def __init__(self, initial_value='', newline='\n'):
        self._text, self._at, self.closed = initial_value or '', 0, False

    def _open(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

    def write(self, s, /):
        self._open()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got {type(s).__name__!r}")
        text, at = self._text, self._at
        if at == len(text):
            self._text = text + s
        else:
            self._text = text[:at].ljust(at, '\0') + s + text[at + len(s):]
        self._at = at + len(s)
        return len(s)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def getvalue(self):
        self._open()
        return self._text

    def read(self, size=-1, /):
        self._open()
        end = len(self._text) if size is None or size < 0 else self._at + size
        text = self._text[self._at:end]
        self._at += len(text)
        return text

    def readline(self, size=-1, /):
        self._open()
        end = self._text.find('\n', self._at) + 1 or len(self._text)
        text = self._text[self._at:end]
        self._at += len(text)
        return text

    def readlines(self, hint=-1, /):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def seek(self, pos, whence=0, /):
        self._at = pos if whence == 0 else len(self._text) if whence == 2 else self._at
        return self._at

    def tell(self):
        return self._at

    def truncate(self, size=None, /):
        size = self._at if size is None else size
        self._text = self._text[:size]
        return size

    def flush(self):
        self._open()

    def isatty(self):
        return False

    def readable(self):
        return True

    writable = seekable = readable

    def close(self):
        self.closed = True

    def __enter__(self):
        self._open()
        return self

    def __exit__(self, *exc):
        self.close()
