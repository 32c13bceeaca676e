import math as _math
import re as _re

_SIZES = {'x': 1, 'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'n': 8, 'N': 8, 'f': 4, 'd': 8, 's': 1, 'p': 1}


class error(Exception):
    pass


def _items(format):
    order, native = 'little', True
    if format[:1] in '@=<>!' and format:
        native, order = format[0] == '@', 'big' if format[0] in '>!' else 'little'
        format = format[1:]
    made, at = [], 0
    for count, code in _re.findall(r'(\d*)(.)', format.replace(' ', '')):
        if code not in _SIZES:
            raise error('bad char in struct format')
        size = _SIZES[code] if native or code not in 'lL' else 4
        pad = -at % size if native else 0
        times = int(count or 1)
        if code in 'sp':
            size, times = times, 1
        for i in range(times):
            made.append((code, size, pad if i == 0 else 0))
        at += pad + size * times
    return made, order, at


def calcsize(format, /):
    return _items(format)[2]


def _float_bits(value, size):
    width, low = (8, 23) if size == 4 else (11, 52)
    bias, top = (1 << width - 1) - 1, (1 << width) - 1
    sign = int(_math.copysign(1, value) < 0) << width + low
    if value != value:
        return top << low | 1 << low - 1
    if _math.isinf(value):
        return sign | top << low
    if not value:
        return sign
    mantissa, exponent = _math.frexp(abs(value))
    exponent = max(exponent - 1, 1 - bias)
    bits = round(_math.ldexp(abs(value), low - exponent))
    bits += exponent + bias - 1 << low
    if bits >= top << low:
        raise OverflowError('float too large to pack with f format')
    return sign | bits


def _bits_float(bits, size):
    width, low = (8, 23) if size == 4 else (11, 52)
    bias, top = (1 << width - 1) - 1, (1 << width) - 1
    sign, exponent, part = bits >> width + low, bits >> low & top, bits & (1 << low) - 1
    if exponent == top:
        value = _math.nan if part else _math.inf
    else:
        value = _math.ldexp(part | (exponent > 0) << low, max(exponent, 1) - bias - low)
    return -value if sign else value


def pack(format, /, *values):
    items, order, _ = _items(format)
    wanted = sum(code != 'x' for code, *_ in items)
    if wanted != len(values):
        raise error(f'pack expected {wanted} items for packing (got {len(values)})')
    out, left = b'', iter(values)
    for code, size, pad in items:
        out += b'\0' * pad
        if code == 'x':
            out += b'\0'
            continue
        value = next(left)
        if code in 'sp':
            if not isinstance(value, (bytes, bytearray)):
                raise error(f"argument for '{code}' must be a bytes object")
            out += bytes(value)[:size].ljust(size, b'\0')
        elif code == 'c':
            if not isinstance(value, bytes) or len(value) != 1:
                raise error('char format requires a bytes object of length 1')
            out += value
        elif code == '?':
            out += bytes([bool(value)])
        elif code in 'fd':
            if not isinstance(value, (int, float)):
                raise error('required argument is not a float')
            out += _float_bits(float(value), size).to_bytes(size, order)
        else:
            if not isinstance(value, int):
                raise error('required argument is not an integer')
            low = -(1 << 8 * size - 1) if code.islower() else 0
            high = low + (1 << 8 * size) - 1
            if not low <= value <= high:
                raise error(f"'{code}' format requires {low} <= number <= {high}")
            out += value.to_bytes(size, order, signed=code.islower())
    return out


def unpack_from(format, /, buffer, offset=0):
    items, order, total = _items(format)
    buffer = bytes(buffer)
    if len(buffer) - offset < total:
        raise error(f'unpack_from requires a buffer of at least {offset + total} bytes for unpacking {total} bytes at offset {offset} (actual buffer size is {len(buffer)})')
    made, at = [], offset
    for code, size, pad in items:
        at += pad
        data = buffer[at:at + size]
        at += size
        if code in 'scp':
            made.append(data)
        elif code == '?':
            made.append(data != b'\0')
        elif code in 'fd':
            made.append(_bits_float(int.from_bytes(data, order), size))
        elif code != 'x':
            made.append(int.from_bytes(data, order, signed=code.islower()))
    return tuple(made)


def unpack(format, buffer, /):
    if len(buffer) != calcsize(format):
        raise error(f'unpack requires a buffer of {calcsize(format)} bytes')
    return unpack_from(format, buffer)


def iter_unpack(format, buffer, /):
    for at in range(0, len(buffer), calcsize(format)):
        yield unpack_from(format, buffer, at)


class Struct:
    def __init__(self, format):
        self.format, self.size = format, calcsize(format)

    def pack(self, *values):
        return pack(self.format, *values)

    def unpack(self, buffer):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)

    def iter_unpack(self, buffer):
        return iter_unpack(self.format, buffer)
