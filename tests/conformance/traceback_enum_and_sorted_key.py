# exit: 1
from enum import Enum
from operator import attrgetter
from collections import namedtuple


class Size(Enum):
    S = 1
    M = 2

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            return cls.__members__.get(value.upper())
        return None


Shirt = namedtuple("Shirt", "name size")
shirts = [Shirt("a", Size("m")), Shirt("b", Size(1))]
print(sorted(shirts, key=attrgetter("size.value")), Size("s"))


def parse(text):
    name, _, size = text.partition(":")
    return Shirt(name, Size(size))


print(parse("tee:m"))
print(parse("tee:xl"))
