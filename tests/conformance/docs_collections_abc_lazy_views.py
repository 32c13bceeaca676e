from collections import UserList
from collections.abc import Generator, ItemsView, Iterator, KeysView, Mapping, MutableSet, Reversible, ValuesView
from types import GeneratorType, MappingProxyType, SimpleNamespace


class Squares(Mapping):
    def __init__(self, n):
        self.n = n

    def __getitem__(self, key):
        if not isinstance(key, int) or not 0 <= key < self.n:
            raise KeyError(key)
        return key * key

    def __iter__(self):
        return iter(range(self.n))

    def __len__(self):
        return self.n


s = Squares(4)
print(dict(s), list(s.items()), list(s.values()), s.keys() & {1, 9}, 3 in s, s.get(10, "no"), 9 in s.values(), (2, 4) in s.items(), s == {0: 0, 1: 1, 2: 4, 3: 9}, s != Squares(3))
print(isinstance(s.keys(), KeysView), isinstance({}.items(), ItemsView), isinstance(s.values(), ValuesView), len(s.keys()), {**s}, sorted(s.keys() | {7}), s.keys() <= {0, 1, 2, 3, 4}, list(s.keys() - {0}))
match s:
    case {2: four, **rest}:
        print("matched", four, rest)
try:
    s[10]
except KeyError as error:
    print("KeyError", error)
try:
    s[1] = 2
except TypeError as error:
    print(error)


class Tags(MutableSet):
    def __init__(self, items=()):
        self._items = dict.fromkeys(map(str.lower, items))

    def __contains__(self, item):
        return item.lower() in self._items

    def __iter__(self):
        return iter(self._items)

    def __len__(self):
        return len(self._items)

    def add(self, item):
        self._items[item.lower()] = None

    def discard(self, item):
        self._items.pop(item.lower(), None)

    def __repr__(self):
        return f"Tags({', '.join(self)})"


t = Tags(["Red", "Blue"])
t.add("GREEN")
t |= {"x", "y"}
t -= {"x"}
t &= Tags(["red", "green", "Y"])
t ^= {"red", "new"}
print(t, "NEW" in t, t.pop(), len(t), t | {"q"}, t.isdisjoint({"zz"}), t == {"y", "new"} or list(t))
try:
    t.remove("absent")
except KeyError as error:
    print("KeyError", error)
t.clear()
print(bool(t), t)


class Counter3(Generator):
    def __init__(self):
        self.n = 0

    def send(self, value):
        self.n += 1 if value is None else value
        if self.n > 3:
            raise StopIteration(self.n)
        return self.n

    def throw(self, kind, value=None, trace=None):
        raise kind if value is None else value


g = Counter3()
print(next(g), g.send(2), list(g), isinstance(g, Iterator), g.close())


def delegate():
    result = yield from Counter3()
    print("returned", result)


print(list(delegate()), isinstance(delegate(), GeneratorType), isinstance(delegate(), Generator), isinstance([], Reversible), isinstance(set(), Reversible))


class Log(UserList):
    def append(self, item):
        super().append(f"{len(self)}: {item}")


log = Log()
log.append("start")
log.append("stop")
print(log, log[0], len(log), log[-1:], "0: start" in log, log + ["x"])
proxy = MappingProxyType({"a": [1]})
print(proxy, repr(proxy), proxy["a"], proxy.get("z"), len(proxy), list(proxy), proxy | {"b": 2}, proxy == {"a": [1]})
ns = SimpleNamespace(a=1, **{"b": 2})
ns.c = SimpleNamespace(d=[ns.a])
del ns.a
print(ns, ns.c.d, vars(ns).keys(), ns == SimpleNamespace(b=2, c=ns.c), hasattr(ns, "a"))
