from dataclasses import dataclass


class Stack[T]:
    def __init__(self, *items: T):
        self.items: list[T] = list(items)

    def push(self, item: T) -> None:
        self.items.append(item)

    def map[U](self, function) -> "Stack[U]":
        return Stack[U](*(function(item) for item in self.items))

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(map(repr, self.items))})"


@dataclass
class Pair[A, B = int]:
    first: A
    second: B

    def swapped(self):
        return Pair(self.second, self.first)


def first[T: (int, str)](items: list[T], default: T | None = None, *, strict=False) -> T:
    """The first item."""
    return items[0] if items else default


type Tree[T] = T | list[Tree[T]]
type Number = int | float

stack = Stack[int](1, 2)
stack.push(3)
print(stack, stack.map(str), Stack.__name__, Stack.__type_params__, Stack[int], Stack.__orig_bases__)
print(Pair(1, "x"), Pair("a", 2).swapped(), Pair.__type_params__, Pair[int, str])
print(first([4, 5]), first([], "none"), first.__type_params__, first.__doc__, first.__name__, first.__qualname__, first.__defaults__, first.__kwdefaults__)
print(Tree, Tree.__type_params__, Tree[int], Number, Number.__value__, Tree.__value__)
print(first.__annotations__, Stack.map.__qualname__, Stack.push.__annotations__)


class Base[T]:
    def who(self):
        return f"{__class__.__name__} {super().__repr__()[:5]}"


class Derived[T](Base[T]):
    limit = 3

    def get(self, n: T = limit) -> T:
        return n


print(Derived().who(), Derived[str]().get(), Derived.__mro__[1].__name__, Derived.__parameters__, issubclass(Derived, Base))


def outer():
    class Local[K]:
        pass

    def inner[V](value: V) -> V:
        return value, Local
    return inner


print(outer().__qualname__, outer()(1)[0], outer()(1)[1].__qualname__)
