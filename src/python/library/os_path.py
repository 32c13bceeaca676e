sep = '/'


def join(a, /, *p):
    for part in p:
        if part.startswith('/') or not a:
            a = part
        else:
            a += part if a.endswith('/') else '/' + part
    return a


def split(p):
    head, slash, tail = p.rpartition('/')
    return (head + slash).rstrip('/') or head + slash, tail


def basename(p):
    return p.rpartition('/')[2]


def dirname(p):
    return split(p)[0]


def splitext(p):
    root, dot, ext = p.rpartition('.')
    if not dot or '/' in ext or not root.rpartition('/')[2].strip('.'):
        return p, ''
    return root, dot + ext


def isabs(s):
    return s.startswith('/')


def normpath(path):
    out = []
    for part in path.split('/'):
        if part == '..' and out and out[-1] != '..':
            out.pop()
        elif part not in ('', '.') and (part != '..' or not isabs(path)):
            out.append(part)
    return '/' * isabs(path) + '/'.join(out) or '.'


def abspath(path):
    return normpath(join(_Disk.current, path))


realpath = abspath


def expanduser(path):
    return path


expandvars = expanduser


def isfile(path):
    return _path(path) in _Disk.files


def isdir(path):
    return _path(path) in _Disk.folders


def islink(path):
    return False


def exists(path):
    return isfile(path) or isdir(path)


def getsize(path):
    if not isfile(path):
        raise _error(2, path)
    return len(_Disk.files[_path(path)])


def relpath(path, start='/'):
    one, two = ([part for part in abspath(p).split('/') if part] for p in (path, start))
    while one and two and one[0] == two[0]:
        del one[0], two[0]
    return '/'.join(['..'] * len(two) + one) or '.'


from io import _Disk, _error, _path
