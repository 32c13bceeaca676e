import binascii as _binascii
from binascii import hexlify as _hexlify, unhexlify as _unhexlify


def b64encode(s, altchars=None):
    encoded = _binascii.b2a_base64(s, newline=False)
    return encoded.translate(bytes.maketrans(b'+/', altchars)) if altchars else encoded


def b64decode(s, altchars=None, validate=False):
    if isinstance(s, str):
        if not s.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        s = s.encode()
    s = bytes(s)
    if altchars:
        s = s.translate(bytes.maketrans(altchars, b'+/'))
    if validate and s.rstrip(b'=').translate(None, _binascii._ALPHABET):
        raise _binascii.Error('Only base64 data is allowed')
    return _binascii.a2b_base64(s)


standard_b64encode, standard_b64decode = b64encode, b64decode


def urlsafe_b64encode(s):
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    return b64decode(s, b'-_')


def encodebytes(s):
    return b''.join(_binascii.b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57))


decodebytes = b64decode


def b16encode(s):
    return _hexlify(s).upper()


def b16decode(s, casefold=False):
    return _unhexlify(s)


_B32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'


def b32encode(s):
    out = b''
    for i in range(0, len(s), 5):
        chunk = s[i:i + 5]
        bits = int.from_bytes(chunk.ljust(5, b'\0'), 'big')
        out += bytes(_B32[bits >> 35 - 5 * k & 31] for k in range(-(-len(chunk) * 8 // 5))).ljust(8, b'=')
    return out


def b32decode(s, casefold=False):
    s = (s.encode() if isinstance(s, str) else s).rstrip(b'=')
    bits = 0
    for c in s.upper() if casefold else s:
        if c not in _B32:
            raise _binascii.Error('Non-base32 digit found')
        bits = bits << 5 | _B32.index(c)
    return (bits >> len(s) * 5 % 8).to_bytes(len(s) * 5 // 8, 'big')
