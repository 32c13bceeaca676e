import os as _os
from io import _Disk, open as _open


def get_terminal_size(fallback=(80, 24)):
    return _os.terminal_size(fallback)


def copyfile(src, dst):
    with _open(src, 'rb') as source, _open(dst, 'wb') as target:
        target.write(source.read())
    return dst


def copy(src, dst):
    if _os.path.isdir(dst):
        dst = _os.path.join(_os.fspath(dst), _os.path.basename(_os.fspath(src)))
    return copyfile(src, dst)


copy2 = copy


def move(src, dst):
    _os.rename(src, dst)
    return dst


def rmtree(path, ignore_errors=False):
    if not _os.path.isdir(path):
        if ignore_errors:
            return
        raise FileNotFoundError(2, 'No such file or directory', _os.fspath(path))
    for top, folders, files in [*_os.walk(path)][::-1]:
        for name in files:
            _os.remove(_os.path.join(top, name))
        _os.rmdir(top)


def which(cmd):
    return None
