from _sys import *
from _frames import frame as _frame


class _Fields(tuple):
    def __new__(cls, name, **fields):
        self = super().__new__(cls, fields.values())
        self.__dict__.update(fields)
        self._shown = f"{name}({', '.join(f'{field}={value!r}' for field, value in fields.items())})"
        return self

    def __repr__(self):
        return self._shown


version_info = _Fields('sys.version_info', major=3, minor=13, micro=0, releaselevel='final', serial=0)
float_info = _Fields('sys.float_info', max=1.7976931348623157e+308, max_exp=1024, max_10_exp=308, min=2.2250738585072014e-308, min_exp=-1021,
                     min_10_exp=-307, dig=15, mant_dig=53, epsilon=2.220446049250313e-16, radix=2, rounds=1)
hexversion = 0x030d00f0
version = '3.13.0 (Interleave)'
platform = 'linux'
maxsize = 9223372036854775807
maxunicode = 1114111
byteorder = 'little'
executable = ''
path = []
prefix = '/usr'
orig_argv = argv
warnoptions = []
dont_write_bytecode = True
__stdout__ = stdout
__stderr__ = stderr


class _Implementation:
    name = 'cpython'
    version = version_info


implementation = _Implementation()


def _getframe(depth=0, /):
    frame = _frame()
    while depth > 0 and frame:
        frame = frame.f_back
        depth -= 1
    if frame is None:
        raise ValueError('call stack is not deep enough')
    return frame


def intern(string, /):
    if not isinstance(string, str):
        raise TypeError(f'intern() argument must be str, not {type(string).__name__}')
    return string


def getdefaultencoding():
    return 'utf-8'


getfilesystemencoding = getdefaultencoding


def getswitchinterval():
    return 0.005


def setswitchinterval(interval, /):
    pass


def gettrace():
    return None


getprofile = gettrace


def excepthook(exctype, value, traceback, /):
    from _frames import format_exception
    stderr.write(format_exception(value))
