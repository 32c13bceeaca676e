import sys as _sys


def system():
    return 'Linux'


def python_version():
    return '%d.%d.%d' % _sys.version_info[:3]


def python_implementation():
    return 'CPython'


def node():
    return 'localhost'


def machine():
    return 'x86_64'


def release():
    return ''


def platform():
    return 'Linux'
