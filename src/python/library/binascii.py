class Error(ValueError):
    pass


def hexlify(data, sep=None, bytes_per_sep=1):
    data = bytes(data)
    return (data.hex() if sep is None else data.hex(sep, bytes_per_sep)).encode()


b2a_hex = hexlify


def unhexlify(data, /):
    text = data if isinstance(data, str) else data.decode('latin-1')
    if len(text) % 2:
        raise Error('Odd-length string')
    try:
        return bytes(int(text[i:i + 2], 16) for i in range(0, len(text), 2))
    except ValueError:
        raise Error('Non-hexadecimal digit found') from None


a2b_hex = unhexlify
_ALPHABET = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'


def b2a_base64(data, /, *, newline=True):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    data = bytes(data)
    out = bytearray()
    for i in range(0, len(data), 3):
        chunk = data[i:i + 3]
        bits = int.from_bytes(chunk.ljust(3, b'\0'), 'big')
        out += bytes(_ALPHABET[bits >> s & 63] for s in (18, 12, 6, 0))[:len(chunk) + 1] + b'=' * (3 - len(chunk))
    return bytes(out) + b'\n' * newline


def a2b_base64(data, /, *, strict_mode=False):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        data = data.encode()
    body = bytes(c for c in data if c in _ALPHABET)
    pads = sum(c == 61 for c in data)
    if len(body) % 4 == 1:
        raise Error(f'Invalid base64-encoded string: number of data characters ({len(body)}) cannot be 1 more than a multiple of 4')
    if (len(body) % 4) and pads < -len(body) % 4:
        raise Error('Incorrect padding')
    bits = 0
    for c in body:
        bits = bits << 6 | _ALPHABET.index(c)
    count = len(body) * 6
    return (bits >> count % 8).to_bytes(count // 8, 'big')


def _crc_table():
    for n in range(256):
        for _ in range(8):
            n = n >> 1 ^ 0xedb88320 * (n & 1)
        yield n


_TABLE = list(_crc_table())


def crc32(data, value=0, /):
    value ^= 0xffffffff
    for byte in bytes(data):
        value = _TABLE[(value ^ byte) & 255] ^ value >> 8
    return value ^ 0xffffffff
