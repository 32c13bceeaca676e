import os as _this
import os.path as path

name = 'posix'
sep = '/'
linesep = '\n'
pathsep = ':'
curdir = '.'
pardir = '..'
devnull = '/dev/null'
environ = {}


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
    return '/'


def getlogin():
    return 'user'


def fspath(path):
    return path


def strerror(code, /):
    from errno import _MESSAGES
    return _MESSAGES.get(code, f'Unknown error {code}')


def urandom(size, /):
    import random
    return random.randbytes(size)


def _missing(name):
    def missing(*args, **kwargs):
        raise NotImplementedError(f'the playground does not support os.{name}: a page has no files and no processes')
    missing.__name__ = missing.__qualname__ = name
    return missing


for _name in 'chdir fork kill listdir makedirs mkdir open popen read remove rename rmdir scandir stat system unlink wait walk write'.split():
    setattr(_this, _name, _missing(_name))
