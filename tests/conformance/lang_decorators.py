import functools
import time


def timed(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        start = time.perf_counter()
        result = function(*args, **kwargs)
        print(f"{function.__name__} took {time.perf_counter() - start:.1f}s")
        return result
    return wrapper


def repeat(times):
    def decorate(function):
        def wrapper(*args):
            return [function(*args) for _ in range(times)]
        return wrapper
    return decorate


@repeat(2)
@timed
def nap(seconds):
    """Sleep a while."""
    time.sleep(seconds)
    return seconds


@timed
def documented():
    """Told by wraps."""


print(nap(0.5), documented.__name__, documented.__doc__, nap.__name__)
documented()


class Registry(dict):
    def __call__(self, function):
        self[function.__name__] = function
        return function


registry = Registry()


@registry
def hello():
    return "hello"


print(list(registry), registry["hello"]())
