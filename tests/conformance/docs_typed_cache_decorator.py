import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from functools import wraps
from typing import Any, Generic, TypeVar, overload

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class TTLCache(Generic[K, V]):
    def __init__(self, size: int, ttl: float) -> None:
        self.size, self.ttl = size, ttl
        self._data: OrderedDict[K, tuple[float, V]] = OrderedDict()
        self.hits = self.misses = 0

    def _now(self) -> float:
        return asyncio.get_running_loop().time()

    @overload
    def get(self, key: K) -> V | None: ...
    @overload
    def get(self, key: K, default: V) -> V: ...
    def get(self, key, default=None):
        try:
            expires, value = self._data[key]
        except KeyError:
            self.misses += 1
            return default
        if expires < self._now():
            del self._data[key]
            self.misses += 1
            return default
        self._data.move_to_end(key)
        self.hits += 1
        return value

    def __setitem__(self, key: K, value: V) -> None:
        self._data[key] = (self._now() + self.ttl, value)
        while len(self._data) > self.size:
            gone, _ = self._data.popitem(last=False)
            print("evict", gone)

    def __len__(self):
        return len(self._data)


def cached(cache: TTLCache[Any, Any]) -> Callable[[Callable[..., Awaitable[V]]], Callable[..., Awaitable[V]]]:
    def decorate(function):
        pending: dict[Any, asyncio.Future] = {}

        @wraps(function)
        async def wrapper(*args):
            missing = object()
            if (value := cache.get(args, missing)) is not missing:
                return value
            if args in pending:
                return await pending[args]
            future = pending[args] = asyncio.ensure_future(function(*args))
            try:
                cache[args] = value = await future
                return value
            finally:
                del pending[args]
        return wrapper
    return decorate


cache: TTLCache[tuple, int] = TTLCache(2, 5)


@cached(cache)
async def square(n: int) -> int:
    print("computing", n)
    await asyncio.sleep(1)
    return n * n


async def main():
    print(await asyncio.gather(square(2), square(2), square(3)))
    print(await square(2), await square(4), len(cache))
    await asyncio.sleep(5)
    print(await square(4), cache.hits, cache.misses, square.__name__, TTLCache.__parameters__, TTLCache[int, str])


asyncio.run(main())
