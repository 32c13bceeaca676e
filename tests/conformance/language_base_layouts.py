"""Which built-in types can be bases of one class, and what an attribute error knows."""
import collections
import enum
from dataclasses import dataclass, field
from functools import _make_key
from typing import Generic, NamedTuple, NotRequired, TypedDict, TypeVar, get_type_hints

T = TypeVar("T")


class Point(NamedTuple):
    x: int


class Tagged(Point, Generic[T]):
    pass


class Both(OSError, ValueError):
    pass


class Meta(enum.EnumMeta, type):
    pass


for bases in ((int, str), (list, dict), (Exception, dict), (type, int), (Point, list), (Point, tuple),
              (collections.OrderedDict, dict), (collections.UserDict, dict)):
    try:
        print([base.__name__ for base in type(bases[0])("Made", bases, {}).__mro__])
    except TypeError as error:
        print(error)


class Thing:
    def __del__(self):
        print("gone")


thing = Thing()
try:
    thing.colour
except AttributeError as error:
    print(error.name, error.obj is thing)
try:
    raise AttributeError("by hand")
except AttributeError as error:
    print(error.name, error.obj)
del thing


@dataclass(slots=True)
class Gauge:
    limit: int = 5
    level: float = field(default=0.5, init=False)


print(Gauge(), Gauge(2).level, Gauge.__slots__)


def first[*Ts](head: int, *rest: *Ts) -> tuple[*Ts]:
    return rest


print(first(1, 2, "3"), first.__annotations__)


class Film(TypedDict):
    title: str
    year: NotRequired[int]


print(get_type_hints(Film), get_type_hints(Film, include_extras=True))
print(_make_key((1,), {}, False), _make_key(("a", 2), {}, False) == _make_key(("a", 2), {}, False), len(_make_key((1,), {"k": 2}, True)))
