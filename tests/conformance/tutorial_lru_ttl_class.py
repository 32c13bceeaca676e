import asyncio
from collections import OrderedDict
from functools import wraps


class AsyncLRU(OrderedDict):
    def __init__(self, maxsize=3, ttl=None):
        super().__init__()
        self.maxsize = maxsize
        self.ttl = ttl
        self.hits = self.misses = 0

    def __getitem__(self, key):
        value, expires = super().__getitem__(key)
        if expires is not None and asyncio.get_running_loop().time() >= expires:
            del self[key]
            raise KeyError(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        expires = None if self.ttl is None else asyncio.get_running_loop().time() + self.ttl
        super().__setitem__(key, (value, expires))
        while len(self) > self.maxsize:
            old, _ = self.popitem(last=False)
            print("evict", old)

    def wrap(self, fn):
        @wraps(fn)
        async def inner(*key):
            try:
                value = self[key]
                self.hits += 1
            except KeyError:
                self.misses += 1
                value = self[key] = await fn(*key)
            return value
        inner.cache = self
        return inner


cache = AsyncLRU(2, ttl=1)


@cache.wrap
async def lookup(x):
    await asyncio.sleep(0.2)
    return x ** 2


async def main():
    for x in (1, 2, 1, 3, 2, 2):
        print(x, await lookup(x), f"{asyncio.get_running_loop().time():.1f}", list(cache))
    await asyncio.sleep(1)
    print(await lookup(2), cache.hits, cache.misses, len(cache), lookup.cache is cache, (9,) in cache)
    od = OrderedDict(b=1, a=2)
    od.move_to_end("b")
    print(od, od == {"a": 2, "b": 1}, od == OrderedDict(a=2, b=1), od.popitem(), list(reversed(od)))

    class Strict(dict):
        def __setitem__(self, k, v):
            if k in self:
                raise KeyError(f"duplicate {k}")
            super().__setitem__(k, v)

        def __missing__(self, k):
            return f"<{k}>"
    s = Strict(a=1)
    s["b"] = 2
    try:
        s["a"] = 3
    except KeyError as e:
        print(e)
    print(s, s["zz"], s.get("zz"), isinstance(s, dict), s | {"c": 3}, type(s.copy()).__name__)

    class Path(str):
        def __truediv__(self, o):
            return Path(f"{self}/{o}")

    class Celsius(float):
        @property
        def f(self):
            return self * 9 / 5 + 32
    p = Path("a") / "b" / "c"
    print(p, type(p).__name__, p.upper(), len(p), Celsius(100).f, Celsius(1) + 1, repr(Celsius(2.5)))


asyncio.run(main())
