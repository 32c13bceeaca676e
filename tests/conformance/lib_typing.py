from typing import Any, ClassVar, Generic, Literal, Protocol, TypeVar, cast, get_type_hints, runtime_checkable

T = TypeVar("T")


class Stack(Generic[T]):
    limit: ClassVar[int] = 2

    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class File:
    def close(self) -> None:
        print("closed")


Mode = Literal["r", "w"]


def opened(mode: Mode, extra: Any = None) -> File:
    return cast(File, File())


print(Stack[int]().push(1).items, isinstance(File(), Closable), isinstance(5, Closable), get_type_hints(opened)["return"].__name__)
opened("r").close()
