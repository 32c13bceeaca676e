from collections.abc import Awaitable, Callable, Coroutine, Hashable, Iterable, Iterator, Mapping, MutableMapping, Sequence


class Lower(MutableMapping):
    def __init__(self, **items):
        self.store = {}
        self.update(items)

    def __getitem__(self, key):
        return self.store[key.lower()]

    def __setitem__(self, key, value):
        self.store[key.lower()] = value

    def __delitem__(self, key):
        del self.store[key.lower()]

    def __iter__(self):
        return iter(self.store)

    def __len__(self):
        return len(self.store)


headers = Lower(Host="example", ACCEPT="*")
headers["HOST"] += ".org"
print(headers["host"], "Accept" in headers, headers.get("none"), list(headers.items()), headers.pop("accept"), len(headers))
print([isinstance([], kind) for kind in (Iterable, Iterator, Sequence, Mapping, Hashable)], isinstance(print, Callable), isinstance(headers, Mapping))


async def coro():
    pass


c = coro()
print(isinstance(c, Awaitable), isinstance(c, Coroutine), isinstance(iter([]), Iterator))
c.close()
