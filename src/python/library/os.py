import os as _this
import os.path as path
from collections import namedtuple as _namedtuple
from io import _Disk, _check_parent, _error, _path

name = 'posix'
sep = '/'
linesep = '\n'
pathsep = ':'
curdir = '.'
pardir = '..'
devnull = '/dev/null'
environ = {}


terminal_size = _namedtuple('terminal_size', 'columns lines', module='os')


def get_terminal_size(fd=1, /):
    raise _error(25)


def getpid():
    return 4242


def getppid():
    return 1


def cpu_count():
    return 8


process_cpu_count = cpu_count


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def getcwd():
    return _Disk.current


def chdir(path):
    if _path(path) not in _Disk.folders:
        raise _error(2, fspath(path))
    _Disk.current = _path(path)


def getlogin():
    return 'user'


def fspath(path):
    return path.__fspath__() if hasattr(path, '__fspath__') else path


def listdir(path='.'):
    return [entry.name for entry in scandir(path)]


class DirEntry:
    def __init__(self, name, path):
        self.name, self.path = name, path

    def is_file(self):
        return self.path in _Disk.files

    def is_dir(self):
        return self.path in _Disk.folders

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f'<DirEntry {self.name!r}>'


def scandir(path='.'):
    folder = _path(path)
    if folder not in _Disk.folders:
        raise _error(20 if folder in _Disk.files else 2, fspath(path))
    head = folder.rstrip('/') + '/'
    return [DirEntry(p[len(head):], p) for p in [*_Disk.folders, *_Disk.files] if p != '/' and p.startswith(head) and '/' not in p[len(head):]]


def walk(top):
    entries = scandir(top)
    yield fspath(top), [e.name for e in entries if e.is_dir()], [e.name for e in entries if e.is_file()]
    for entry in entries:
        if entry.is_dir():
            yield from walk(_this.path.join(fspath(top), entry.name))


def mkdir(path, mode=0o777):
    folder = _path(path)
    if folder in _Disk.folders or folder in _Disk.files:
        raise _error(17, fspath(path))
    _check_parent(folder, fspath(path))
    _Disk.folders.add(folder)


def makedirs(name, mode=0o777, exist_ok=False):
    if _this.path.isdir(name):
        if exist_ok:
            return
        raise _error(17, fspath(name))
    parent = _this.path.dirname(_path(name))
    if parent not in _Disk.folders:
        makedirs(parent)
    mkdir(name)


def remove(path):
    if _path(path) in _Disk.folders:
        raise _error(21, fspath(path))
    if _Disk.files.pop(_path(path), None) is None:
        raise _error(2, fspath(path))


unlink = remove


def rmdir(path):
    if listdir(path):
        raise OSError(39, 'Directory not empty', fspath(path))
    _Disk.folders.remove(_path(path))


def rename(src, dst):
    old, new = _path(src), _path(dst)
    if old in _Disk.folders:
        for p in [p for p in _Disk.files if p.startswith(old + '/')]:
            _Disk.files[new + p[len(old):]] = _Disk.files.pop(p)
        for p in [p for p in _Disk.folders if p == old or p.startswith(old + '/')]:
            _Disk.folders.remove(p)
            _Disk.folders.add(new + p[len(old):])
    elif old in _Disk.files:
        _check_parent(new, fspath(dst))
        _Disk.files[new] = _Disk.files.pop(old)
    else:
        raise OSError(2, strerror(2), fspath(src))


replace = rename
stat_result = _namedtuple('stat_result', 'st_mode st_size st_mtime', module='os')


def stat(path):
    if _path(path) in _Disk.folders:
        return stat_result(0o40755, 4096, 1704067200.0)
    if _path(path) not in _Disk.files:
        raise _error(2, fspath(path))
    return stat_result(0o100644, len(_Disk.files[_path(path)]), 1704067200.0)


def strerror(code, /):
    from errno import _MESSAGES
    return _MESSAGES.get(code, f'Unknown error {code}')


def urandom(size, /):
    import random
    return random.randbytes(size)


def _missing(name):
    def missing(*args, **kwargs):
        raise NotImplementedError(f'the playground does not support os.{name}: a page has no processes')
    missing.__name__ = missing.__qualname__ = name
    return missing


for _name in 'fork kill open popen read system wait write'.split():
    setattr(_this, _name, _missing(_name))
