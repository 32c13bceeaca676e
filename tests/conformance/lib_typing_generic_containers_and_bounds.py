from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, Optional, ParamSpec, Protocol, Self, TypeVar, get_type_hints

T = TypeVar("T")
U = TypeVar("U")
E = TypeVar("E", bound=Exception)
P = ParamSpec("P")


class Comparable(Protocol):
    def __lt__(self, other: Any) -> bool: ...


C = TypeVar("C", bound=Comparable)


class Result(Generic[T, E]):
    def __init__(self, value: T | None = None, error: E | None = None) -> None:
        self._value, self._error = value, error

    @classmethod
    def of(cls, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Result[T, Exception]:
        try:
            return cls(function(*args, **kwargs))
        except Exception as error:
            return cls(error=error)

    def map(self, function: Callable[[T], U]) -> Result[U, Exception]:
        return self if self._error else Result.of(function, self._value)

    def or_else(self, default: T) -> T:
        return default if self._error else self._value

    def __repr__(self) -> str:
        return f"Err({self._error!r})" if self._error else f"Ok({self._value!r})"


@dataclass
class Builder:
    parts: tuple[str, ...] = ()

    def add(self, part: str) -> Self:
        return type(self)(self.parts + (part,))

    def build(self, sep: str = " ") -> str:
        return sep.join(self.parts)


class Graph(Generic[T]):
    def __init__(self, edges: Iterable[tuple[T, T]] = ()) -> None:
        self.edges: dict[T, set[T]] = {}
        for a, b in edges:
            self.edges.setdefault(a, set()).add(b)
            self.edges.setdefault(b, set())

    def walk(self, start: T) -> Iterator[T]:
        seen: set[T] = set()
        stack = [start]
        while stack:
            node = stack.pop()
            if node not in seen:
                seen.add(node)
                yield node
                stack.extend(sorted(self.edges[node], reverse=True))


def smallest(items: Iterable[C], default: Optional[C] = None) -> Optional[C]:
    best = default
    for item in items:
        if best is None or item < best:
            best = item
    return best


def unique(items: Iterable[Hashable]) -> list[Hashable]:
    return list(dict.fromkeys(items))


print(Result.of(int, "42").map(lambda n: n + 1), Result.of(int, "x").map(str), Result.of(int, "x").or_else(0), Result[int, ValueError](5), Result[int, ValueError])
print(Builder().add("a").add("b").build("-"), list(Graph([(1, 2), (1, 3), (2, 4), (3, 4)]).walk(1)), Graph[str]([("a", "b")]).edges)
print(smallest([3, 1, 2]), smallest([]), smallest("hello"), unique("mississippi"), Result.__parameters__, Graph[T], Result[T, KeyError].__args__)
print(smallest.__annotations__, get_type_hints(unique), Builder.add.__annotations__)
hints = get_type_hints(smallest)
print(hints["default"], hints["return"] == Optional[C], get_type_hints(Builder), C.__bound__.__name__, E)


class IntGraph(Graph[int]):
    pass


class Both(Graph[T], Result[T, E]):
    pass


print(IntGraph([(1, 2)]).edges, IntGraph.__orig_bases__, Both.__parameters__, Both.__mro__[1:3] == (Graph, Result), issubclass(IntGraph, Graph), Both[int, KeyError])
for broken in (lambda: IntGraph[int], lambda: Result[int], lambda: Graph[int, str]):
    try:
        print(broken())
    except TypeError as error:
        print(error)
