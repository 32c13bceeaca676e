from _native import digest as _digest

_SIZES = {'md5': (16, 64), 'sha1': (20, 64), 'sha224': (28, 64), 'sha256': (32, 64), 'sha384': (48, 128), 'sha512': (64, 128)}
algorithms_guaranteed = set(_SIZES)
algorithms_available = algorithms_guaranteed


class HASH:
    def __init__(self, name, data=b''):
        self.name, self._data = name, b''
        self.digest_size, self.block_size = _SIZES[name]
        self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError('Strings must be encoded before hashing')
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError('object supporting the buffer API required')
        self._data += bytes(data)

    def digest(self):
        return _digest(self.name, self._data)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return HASH(self.name, self._data)

    def __repr__(self):
        return f'<{self.name} _hashlib.HASH object @ {hex(id(self))}>'


HASH.__module__ = '_hashlib'


def new(name, data=b'', *, usedforsecurity=True):
    known = name.lower().replace('-', '')
    if known not in _SIZES:
        raise ValueError('unsupported hash type ' + name)
    return HASH(known, data)


def _maker(name):
    def make(string=b'', *, usedforsecurity=True):
        return HASH(name, string)
    make.__name__ = make.__qualname__ = 'openssl_' + name
    return make


for _name in _SIZES:
    globals()[_name] = _maker(_name)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    import hmac
    dklen = dklen or new(hash_name).digest_size
    out = b''
    while len(out) < dklen:
        block = (len(out) // new(hash_name).digest_size + 1).to_bytes(4, 'big')
        last = hmac.digest(password, salt + block, hash_name)
        total = int.from_bytes(last, 'big')
        for _ in range(iterations - 1):
            last = hmac.digest(password, last, hash_name)
            total ^= int.from_bytes(last, 'big')
        out += total.to_bytes(len(last), 'big')
    return out[:dklen]


def __getattr__(name):
    if name in ('blake2b', 'blake2s', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'shake_128', 'shake_256', 'scrypt', 'file_digest'):
        raise NotImplementedError(f'the playground does not support hashlib.{name}: it has {", ".join(_SIZES)}')
    raise AttributeError(f"module 'hashlib' has no attribute '{name}'")
