import math as _math
from math import e, inf, nan, pi, tau

infj, nanj = complex(0, inf), complex(0, nan)


def phase(z, /):
    z = complex(z)
    return _math.atan2(z.imag, z.real)


def polar(z, /):
    return abs(complex(z)), phase(z)


def rect(r, phi, /):
    return complex(r * _math.cos(phi), r * _math.sin(phi))


def exp(z, /):
    z = complex(z)
    return rect(_math.exp(z.real), z.imag)


def log(z, base=None, /):
    if z == 0:
        raise ValueError('math domain error')
    made = complex(_math.log(abs(z)), phase(z))
    return made if base is None else made / log(base)


def log10(z, /):
    return complex(log(z).real / _math.log(10), phase(z) / _math.log(10))


def sqrt(z, /):
    z = complex(z)
    if not z:
        return complex(0.0, z.imag)
    s = _math.sqrt((abs(z.real) + abs(z)) / 2)
    d = abs(z.imag) / (2 * s)
    return complex(s, _math.copysign(d, z.imag)) if z.real >= 0 else complex(d, _math.copysign(s, z.imag))


def cos(z, /):
    z = complex(z)
    return complex(_math.cos(z.real) * _math.cosh(z.imag), -_math.sin(z.real) * _math.sinh(z.imag))


def sin(z, /):
    z = complex(z)
    return complex(_math.sin(z.real) * _math.cosh(z.imag), _math.cos(z.real) * _math.sinh(z.imag))


def isnan(z, /):
    z = complex(z)
    return _math.isnan(z.real) or _math.isnan(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    return a == b or abs(a - b) <= max(rel_tol * max(abs(a), abs(b)), abs_tol)
