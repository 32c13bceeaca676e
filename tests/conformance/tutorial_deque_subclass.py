import asyncio
from collections import deque, OrderedDict, Counter, defaultdict, UserDict


class History(deque):
    def __init__(self, maxlen=3):
        super().__init__(maxlen=maxlen)
        self.dropped = 0

    def append(self, item):
        if len(self) == self.maxlen:
            self.dropped += 1
        super().append(item)


class LRU(OrderedDict):
    def __init__(self, size):
        super().__init__()
        self.size = size

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.size:
            oldest = next(iter(self))
            del self[oldest]


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


class Tree(defaultdict):
    def __init__(self):
        super().__init__(Tree)


async def main():
    h = History()
    for i in range(5):
        h.append(i)
        await asyncio.sleep(0.1)
    print(h, h.dropped, list(h), isinstance(h, deque))
    cache = LRU(2)
    cache["a"] = 1
    cache["b"] = 2
    cache["a"]
    cache["c"] = 3
    print(cache, list(cache))
    u = Upper(x=1)
    u["y"] = 2
    print(u)
    t = Tree()
    t["a"]["b"]["c"] = 1
    print(dict(t))
    c = Counter("mississippi")
    print(c.most_common(2), c - Counter("miss"))


asyncio.run(main())
