from abc import ABC, ABCMeta, abstractmethod
from collections.abc import Iterable, Mapping, MutableSequence, Sequence, Set, Sized


class Storage(ABC):
    @property
    @abstractmethod
    def size(self): ...

    @size.setter
    @abstractmethod
    def size(self, value): ...

    @abstractmethod
    def read(self, key):
        return f"default for {key}"

    @classmethod
    @abstractmethod
    def open(cls): ...

    @staticmethod
    @abstractmethod
    def kinds(): ...


class Half(Storage):
    size = 5

    def read(self, key):
        return super().read(key)


for cls in (Storage, Half):
    try:
        cls()
    except TypeError as error:
        print(error)
    print(sorted(cls.__abstractmethods__))


class Full(Half):
    @classmethod
    def open(cls):
        return cls()

    @staticmethod
    def kinds():
        return ["memory"]


print(Full.open().read("k"), Full.kinds(), Full().size, issubclass(Full, Storage), Full.__abstractmethods__)


class Plugin(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Plugin:
            return any("activate" in base.__dict__ for base in other.__mro__) or NotImplemented
        return NotImplemented


class Duck:
    def activate(self): ...


class Legacy:
    pass


print(issubclass(Duck, Plugin), isinstance(Duck(), Plugin), isinstance(Legacy(), Plugin))
Plugin.register(Legacy)
print(isinstance(Legacy(), Plugin), issubclass(int, Plugin))


@Sequence.register
class Fake:
    pass


class Countdown(Sequence):
    def __init__(self, n):
        self.n = n

    def __getitem__(self, i):
        if not 0 <= i < self.n:
            raise IndexError(i)
        return self.n - i

    def __len__(self):
        return self.n


c = Countdown(4)
print(list(c), list(reversed(c)), c.index(2), c.count(3), 9 in c, isinstance(c, Iterable), isinstance(Fake(), Sequence), isinstance(c, Set))


class Unique(MutableSequence):
    def __init__(self, items=()):
        self.items = []
        self.extend(items)

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, v):
        self.items[i] = v

    def __delitem__(self, i):
        del self.items[i]

    def __len__(self):
        return len(self.items)

    def insert(self, i, v):
        if v not in self.items:
            self.items.insert(i, v)


u = Unique("hello")
u.append("h")
u += "xyz"
u.remove("l")
u.reverse()
print(u.items, u.pop(), len(u), u.pop(0))


class Bits(Set):
    def __init__(self, items=()):
        self.mask = 0
        for item in items:
            self.mask |= 1 << item

    def __contains__(self, item):
        return bool(self.mask >> item & 1)

    def __iter__(self):
        return (i for i in range(self.mask.bit_length()) if i in self)

    def __len__(self):
        return self.mask.bit_count()

    def __repr__(self):
        return f"Bits({list(self)})"


a, b = Bits([1, 2, 3]), Bits([3, 4])
print(a | b, a & b, a - b, a ^ b, a <= b, Bits([1]) < a, a == Bits([3, 2, 1]), a.isdisjoint(b), a & [1, 9], {1} | a)
try:
    Countdown.register(5)
except TypeError as error:
    print(error)
print([name for name, kind in [("list", list), ("dict", dict), ("str", str), ("int", int), ("gen", type(i for i in "")), ("set", set)] if issubclass(kind, Sized)], isinstance({}.keys(), Set), isinstance({}, Mapping))
