import random as _random
from random import choice, randbytes as _randbytes, getrandbits as randbits


def randbelow(exclusive_upper_bound):
    return _random.randrange(exclusive_upper_bound)


def token_bytes(nbytes=None):
    return _randbytes(32 if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    data = token_bytes(nbytes)
    number = int.from_bytes(data, 'big') << -len(data) * 8 % 6
    return ''.join(signs[number >> 6 * place & 63] for place in reversed(range((len(data) * 8 + 5) // 6)))


def compare_digest(a, b):
    return a == b
