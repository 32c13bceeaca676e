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
    return normpath(join('/', path))


realpath = abspath


def expanduser(path):
    return path


expandvars = expanduser


def exists(path):
    return False


isfile = isdir = islink = exists
