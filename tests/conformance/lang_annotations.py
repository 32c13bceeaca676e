from typing import Any, Callable, Optional, Union


def scale(values: list[float], by: "float" = 2.0, *, note: Optional[str] = None) -> list[float]:
    total: int = 0
    unused: str
    return [value * by for value in values]


class Config:
    host: str = "localhost"
    port: int
    handler: Callable[[int], Any] | None = None


type Pair[T] = tuple[T, T]


def swap[T](pair: Pair[T]) -> Pair[T]:
    a, b = pair
    return b, a


limit: Union[int, str] = 5
print(scale([1, 2]), scale.__annotations__["by"], list(Config.__annotations__), hasattr(Config, "port"), swap((1, "b")), limit)
print(list[int], dict[str, int], Optional[int], int | None, list[int] == list[int])
