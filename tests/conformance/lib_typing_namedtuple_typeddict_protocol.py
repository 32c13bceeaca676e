from abc import abstractmethod
from typing import NamedTuple, NotRequired, Protocol, TypedDict, assert_never, final, overload, override, runtime_checkable


class Employee(NamedTuple):
    """A person who works here."""
    name: str
    id: int = 3
    tags: tuple = ()

    @property
    def label(self) -> str:
        return f"{self.id}:{self.name}"

    @classmethod
    def parse(cls, text):
        name, id = text.split("/")
        return cls(name, int(id))


e = Employee("Guido")
print(e, e.label, Employee.parse("Ada/7"), Employee._field_defaults, Employee.__annotations__, Employee.__doc__, e == ("Guido", 3, ()), Employee.__mro__[1].__name__)
Other = NamedTuple("Other", [("x", int), ("y", str)])
print(Other(1, "b"), Other._fields, isinstance(e, tuple))
for broken in (lambda: Employee(), lambda: setattr(e, "name", "x"), lambda: exec("class Bad(NamedTuple):\n a: int = 1\n b: int", {"NamedTuple": NamedTuple, "__name__": "m"})):
    try:
        broken()
    except (TypeError, AttributeError) as error:
        print(error)


class Movie(TypedDict):
    title: str
    year: NotRequired[int]


class Rated(Movie, total=False):
    stars: float


movie: Movie = {"title": "Blade Runner"}
print(movie, Movie(title="Alien", year=1979), type(Movie(title="x")).__name__, Rated.__required_keys__, sorted(Rated.__optional_keys__), Movie.__total__, Rated.__total__, list(Rated.__annotations__))
Alt = TypedDict("Alt", {"a": int})
print(Alt(a=1), Alt.__name__)
try:
    isinstance({}, Movie)
except TypeError as error:
    print(error)


@runtime_checkable
class Drawable(Protocol):
    color: str

    def draw(self) -> str: ...


class Quacks(Protocol):
    def quack(self):
        ...


class Circle:
    color = "red"

    def draw(self):
        return "O"


class Explicit(Quacks):
    def quack(self):
        return "quack"


print(isinstance(Circle(), Drawable), isinstance("text", Drawable), Explicit().quack())
for broken in (lambda: isinstance(Circle(), Quacks), lambda: Quacks(), lambda: issubclass(Explicit, Quacks), lambda: issubclass(Circle, Drawable)):
    try:
        print(broken())
    except TypeError as error:
        print(error)


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x):
    return x * 2


@final
class Leaf:
    @override
    def __repr__(self):
        return "Leaf()"


def pick(value: int | str):
    if isinstance(value, int):
        return "int"
    elif isinstance(value, str):
        return "str"
    assert_never(value)


print(double(2), double("ab"), Leaf(), Leaf.__final__, pick(1), pick("a"))
try:
    pick(2.5)
except AssertionError as error:
    print(error)
