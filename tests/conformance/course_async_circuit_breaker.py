import asyncio
import functools
from enum import Enum, auto
from typing import Awaitable, Callable, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class State(Enum):
    CLOSED = auto()
    OPEN = auto()
    HALF_OPEN = auto()


class CircuitOpen(RuntimeError):
    pass


class Breaker:
    def __init__(self, limit: int, rest: float) -> None:
        self.limit, self.rest = limit, rest
        self.failures, self.opened_at, self.state = 0, 0.0, State.CLOSED

    def _move(self, state: State) -> None:
        print(f"{asyncio.get_running_loop().time():.1f} {self.state.name} -> {state.name}")
        self.state = state

    def __call__(self, function: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
        @functools.wraps(function)
        async def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            loop = asyncio.get_running_loop()
            if self.state is State.OPEN:
                if loop.time() - self.opened_at < self.rest:
                    raise CircuitOpen(function.__name__)
                self._move(State.HALF_OPEN)
            try:
                result = await function(*args, **kwargs)
            except Exception:
                self.failures += 1
                if self.failures >= self.limit or self.state is State.HALF_OPEN:
                    self.opened_at = loop.time()
                    self._move(State.OPEN)
                raise
            if self.state is State.HALF_OPEN:
                self._move(State.CLOSED)
            self.failures = 0
            return result
        return wrapper


breaker = Breaker(limit=2, rest=3)
answers = iter([1, ConnectionError("a"), ConnectionError("b"), ConnectionError("c"), 5, 6])


@breaker
async def fetch(seconds: float = 0.5) -> int:
    """Ask the service."""
    await asyncio.sleep(seconds)
    match next(answers):
        case Exception() as error:
            raise error
        case answer:
            return answer


async def main():
    print(fetch.__name__, fetch.__doc__, fetch.__annotations__)
    for pause in (0, 0, 0, 1, 3, 1, 3, 0):
        await asyncio.sleep(pause)
        try:
            print("got", await fetch())
        except (ConnectionError, CircuitOpen) as error:
            print(type(error).__name__, error)


asyncio.run(main())
