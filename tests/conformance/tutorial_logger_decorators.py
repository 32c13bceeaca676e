import asyncio
import functools
import inspect
import logging
import sys
import time

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(levelname)s %(message)s")


def logged(level=logging.INFO, *, show_result=True):
    def decorator(func):
        sig = inspect.signature(func)
        name = func.__qualname__

        def announce(args, kwargs):
            bound = sig.bind(*args, **kwargs)
            bound.apply_defaults()
            params = ", ".join(f"{k}={v!r}" for k, v in bound.arguments.items() if k != "self")
            logging.log(level, "-> %s(%s)", name, params)

        if inspect.iscoroutinefunction(func):
            @functools.wraps(func)
            async def wrapper(*args, **kwargs):
                announce(args, kwargs)
                start = time.monotonic()
                try:
                    result = await func(*args, **kwargs)
                except BaseException as exc:
                    logging.log(logging.ERROR, "<- %s raised %r", name, exc)
                    raise
                logging.log(level, "<- %s%s [%.1fs]", name, f" = {result!r}" if show_result else "", time.monotonic() - start)
                return result
        else:
            @functools.wraps(func)
            def wrapper(*args, **kwargs):
                announce(args, kwargs)
                return func(*args, **kwargs)
        return wrapper
    return decorator


class Service:
    @logged(logging.DEBUG)
    async def compute(self, x: int, /, y: int = 2, *, power: float = 1.0) -> float:
        """Compute something."""
        await asyncio.sleep(x)
        return (x / y) ** power

    @classmethod
    @logged()
    def create(cls, kind="default"):
        return cls()

    @staticmethod
    @logged(show_result=False)
    async def ping(*hosts, timeout: float | None = None):
        await asyncio.sleep(0.1)
        return [h.upper() for h in hosts]


def repeat(n):
    def deco(f):
        @functools.wraps(f)
        async def inner(*a):
            return [await f(*a) for _ in range(n)]
        return inner
    return deco


@repeat(2)
@logged()
async def hello(who):
    return f"hi {who}"


async def main():
    s = Service.create()
    print(await s.compute(1, power=2))
    print(await Service.ping("a", "b", timeout=3))
    print(await hello("Ann"))
    for bad in (s.compute(1, 0), ):
        try:
            await bad
        except ZeroDivisionError as e:
            print("ZeroDivisionError", e)
    try:
        await s.compute(1, z=3)
    except TypeError as e:
        print(e)
    print(inspect.signature(Service.compute), Service.compute.__doc__, Service.compute.__annotations__, inspect.signature(hello))
    print(inspect.getfullargspec(Service.compute.__wrapped__).args, hello.__wrapped__.__wrapped__.__name__, inspect.iscoroutinefunction(hello), inspect.ismethod(s.compute))


asyncio.run(main())
