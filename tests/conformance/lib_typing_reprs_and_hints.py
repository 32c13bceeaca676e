import collections.abc
from typing import *

T = TypeVar("T")
K = TypeVar("K", bound=str)
N = TypeVar("N", int, float)
P = ParamSpec("P")
print(T, K.__bound__, N.__constraints__, P, TypeVar("C", covariant=True), TypeVar("X", contravariant=True))
print(List, List[int], Dict[str, List[int]], Tuple[int, ...], Set["Node"], Type[int], Deque[str], DefaultDict[str, int])
print(Optional[int], Union[int, str], Union[int, None, str], Union[int, int], Union[Union[int, str], float], Optional[List[T]], int | None, List[int] | None, T | None)
print(Callable, Callable[[int, str], bool], Callable[..., Any], Callable[[], None], Iterable[int], Iterator[T], Generator[int, None, str], Awaitable[int], AsyncIterator[str], Coroutine[Any, Any, int])
print(Literal["a", 1, None], ClassVar[int], Final[str], Annotated[int, "meta", 5], Any, NoReturn, Never, Self, LiteralString, TypeGuard[int], Required[int])
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]), get_args(Optional[int]), get_args(Callable[[int], str]), get_origin(Literal[1]), get_args(Literal[1, 2]), get_origin(int), get_args(int))
print(get_origin(list[int]), get_args(dict[str, int]), get_origin(int | str), get_args(int | str), list[T], dict[str, list[int]], type[int], tuple[()], collections.abc.Callable[[int], str])
print(List[int] == List[int], List[int] != list[int], Union[int, str] == Union[str, int], hash(List[int]) == hash(List[int]), Dict[str, T][int], Union[T, None][int], len({Optional[int], Union[int, None]}))


class Node(Generic[T]):
    value: T
    next: "Optional[Node[T]]"
    count: ClassVar[int] = 0

    def __init__(self, value: T, next: "Node[T] | None" = None) -> None:
        self.value, self.next = value, next

    def walk(self) -> "Iterator[T]":
        node = self
        while node:
            yield node.value
            node = node.next


def connect(host: "str", port: int = 80, *flags: bool, timeout: Optional[float] = None, **extra: Any) -> "List[Node]":
    ...


print(get_type_hints(Node), get_type_hints(connect))
print(connect.__annotations__["host"], Node.__parameters__, Node[int], Node[T], Node.__orig_bases__, list(Node(1, Node(2)).walk()), Node[str]("x").value)
print(get_type_hints(Node.__init__), connect.__annotations__["return"])
for broken in (lambda: isinstance([], List[int]), lambda: Node[int, str], lambda: Optional[int](), lambda: List[int][str], lambda: isinstance(1, Any), lambda: Union(), lambda: Generic[int]):
    try:
        print(broken())
    except TypeError as error:
        print(error)
print(isinstance([], List), isinstance({}, Mapping), issubclass(list, Sequence), isinstance(1, Union[int, str]), isinstance("a", Optional[str]), isinstance(Node(1), Node), isinstance(print, Callable), issubclass(Node, Generic))
print(cast("int", "five"), TYPE_CHECKING, NewType("UserId", int)(5), NewType("UserId", int), ForwardRef("X"), get_type_hints(type("E", (), {})))
