import fnmatch as _fnmatch
import io as _io
import os as _os


class PurePath:
    def __new__(cls, *args):
        return object.__new__(PosixPath if cls is Path else PurePosixPath if cls is PurePath else cls)

    def __init__(self, *args):
        text = ''
        for arg in args:
            arg = _os.fspath(arg)
            if not isinstance(arg, str):
                raise TypeError(f'argument should be a str or an os.PathLike object where __fspath__ returns a str, not {type(arg).__name__!r}')
            text = arg if arg.startswith('/') else f'{text}/{arg}' if text else arg
        self._root = '/' * text.startswith('/')
        self._tail = [part for part in text.split('/') if part not in ('', '.')]

    def _of(self, root, tail):
        made = type(self)()
        made._root, made._tail = root, tail
        return made

    def __str__(self):
        return self._root + '/'.join(self._tail) or '.'

    __fspath__ = as_posix = __str__

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'

    def __truediv__(self, other):
        return type(self)(self, other) if isinstance(other, (str, PurePath)) else NotImplemented

    def __rtruediv__(self, other):
        return type(self)(other, self) if isinstance(other, str) else NotImplemented

    def joinpath(self, *others):
        return type(self)(self, *others)

    def __eq__(self, other):
        return str(self) == str(other) if isinstance(other, PurePath) else NotImplemented

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, PurePath) else NotImplemented

    def __hash__(self):
        return hash(str(self))

    @property
    def parts(self):
        return (self._root,) * bool(self._root) + tuple(self._tail)

    root = anchor = property(lambda self: self._root)
    name = property(lambda self: self._tail[-1] if self._tail else '')
    suffix = property(lambda self: _os.path.splitext(self.name)[1])
    stem = property(lambda self: _os.path.splitext(self.name)[0])
    suffixes = property(lambda self: ['.' + part for part in self.name.lstrip('.').split('.')[1:]])
    parent = property(lambda self: self._of(self._root, self._tail[:-1]))

    @property
    def parents(self):
        return [self._of(self._root, self._tail[:n]) for n in range(len(self._tail) - 1, -1, -1)]

    def is_absolute(self):
        return bool(self._root)

    def with_name(self, name):
        if not self.name:
            raise ValueError(f'{self!r} has an empty name')
        return self._of(self._root, self._tail[:-1] + [name])

    def with_suffix(self, suffix):
        return self.with_name(self.stem + suffix)

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def relative_to(self, *other):
        other = type(self)(*other)
        if self.parts[:len(other.parts)] != other.parts:
            raise ValueError(f'{str(self)!r} is not in the subpath of {str(other)!r}')
        return self._of('', list(self.parts[len(other.parts):]))

    def is_relative_to(self, other):
        other = type(self)(other)
        return self.parts[:len(other.parts)] == other.parts

    def match(self, pattern):
        return _fnmatch.fnmatchcase(self.name, pattern)


class PurePosixPath(PurePath):
    pass


class Path(PurePath):
    @classmethod
    def cwd(cls):
        return cls(_os.getcwd())

    @classmethod
    def home(cls):
        return cls('/')

    def exists(self):
        return _os.path.exists(self)

    def is_file(self):
        return _os.path.isfile(self)

    def is_dir(self):
        return _os.path.isdir(self)

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        return _io.open(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with self.open(encoding=encoding, errors=errors) as f:
            return f.read()

    def read_bytes(self):
        with self.open('rb') as f:
            return f.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError('data must be str, not ' + type(data).__name__)
        with self.open('w', encoding=encoding, errors=errors) as f:
            return f.write(data)

    def write_bytes(self, data):
        with self.open('wb') as f:
            return f.write(data)

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        if exist_ok and self.is_dir():
            return
        (_os.makedirs if parents else _os.mkdir)(self)

    def touch(self, mode=0o666, exist_ok=True):
        if not exist_ok and self.exists():
            raise _io._error(17, str(self))
        self.open('a').close()

    def unlink(self, missing_ok=False):
        if not (missing_ok and not self.exists()):
            _os.remove(self)

    def rmdir(self):
        _os.rmdir(self)

    def rename(self, target):
        _os.rename(self, target)
        return type(self)(target)

    replace = rename

    def stat(self):
        return _os.stat(self)

    def iterdir(self):
        return (self / name for name in _os.listdir(self))

    def glob(self, pattern):
        head, _, rest = pattern.partition('/')
        if head == '**':
            yield from self.glob(rest) if rest else (self,)
            for child in self.iterdir():
                if child.is_dir():
                    yield from child.glob(pattern)
            return
        for child in self.iterdir():
            if _fnmatch.fnmatchcase(child.name, head):
                if rest:
                    yield from child.glob(rest) if child.is_dir() else ()
                else:
                    yield child

    def rglob(self, pattern):
        return self.glob('**/' + pattern)

    def resolve(self, strict=False):
        return type(self)(_os.path.abspath(str(self)))

    absolute = expanduser = resolve


class PosixPath(Path, PurePosixPath):
    pass
