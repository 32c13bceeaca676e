import io as _io
import os as _os
import random as _random

tempdir = None


def gettempdir():
    return '/tmp'


def _name(suffix, prefix, dir):
    return _os.path.join(_os.fspath(dir or '/tmp'), (prefix or 'tmp') + ''.join(_random.Random(len(_io._Disk.files) + len(_io._Disk.folders)).choices('abcdefghijklmnopqrstuvwxyz0123456789_', k=8)) + (suffix or ''))


def mkdtemp(suffix=None, prefix=None, dir=None):
    name = _name(suffix, prefix, dir)
    _os.mkdir(name)
    return name


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None):
        self.name = mkdtemp(suffix, prefix, dir)

    def __enter__(self):
        return self.name

    def __exit__(self, *error):
        self.cleanup()

    def cleanup(self):
        for kind, drop in (_io._Disk.files, _io._Disk.files.pop), (_io._Disk.folders, _io._Disk.folders.remove):
            for path in [path for path in kind if path == self.name or path.startswith(self.name + '/')]:
                drop(path)

    def __repr__(self):
        return f'<TemporaryDirectory {self.name!r}>'


class NamedTemporaryFile:
    def __init__(self, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, **kwargs):
        self.name = _name(suffix, prefix, dir)
        self.file, self._delete = _io.open(self.name, mode, buffering, encoding, None, newline), delete

    def __getattr__(self, name):
        return getattr(self.file, name)

    def __iter__(self):
        return iter(self.file)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def close(self):
        self.file.close()
        if self._delete and _os.path.exists(self.name):
            _os.remove(self.name)


TemporaryFile = NamedTemporaryFile
