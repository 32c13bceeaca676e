import functools


def counter(start=0):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count

    def reset():
        nonlocal count
        count = start
    step.reset = reset
    return step


a, b = counter(), counter(10)
print(a(), a(), b(5), a(by=3))
a.reset()
print(a(), b())
late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in early])


def memoize(function):
    cache = {}

    @functools.wraps(function)
    def wrapper(*args):
        if args not in cache:
            cache[args] = function(*args)
        return cache[args]
    wrapper.cache = cache
    return wrapper


@memoize
def binomial(n, k):
    "Pascal's triangle."
    return 1 if k in (0, n) else binomial(n - 1, k - 1) + binomial(n - 1, k)


print(binomial(20, 10), len(binomial.cache), binomial.__doc__, binomial.__name__)


def validate(**kinds):
    def decorate(function):
        names = function.__code__.co_varnames[:function.__code__.co_argcount]

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for name, value in {**dict(zip(names, args)), **kwargs}.items():
                if name in kinds and not isinstance(value, kinds[name]):
                    raise TypeError(f"{name} must be {kinds[name].__name__}, not {type(value).__name__}")
            return function(*args, **kwargs)
        return wrapper
    return decorate


@validate(name=str, times=int)
def shout(name, times=1):
    return (name.upper() + "! ") * times


print(shout("hey", times=2))
try:
    shout("hey", "2")
except TypeError as error:
    print(error)


class CountCalls:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function, self.calls = function, 0

    def __call__(self, *args, **kwargs):
        self.calls += 1
        return self.function(*args, **kwargs)

    def __get__(self, instance, owner):
        return functools.partial(self, instance) if instance else self


@CountCalls
def ping():
    return "pong"


class Robot:
    @CountCalls
    def move(self, n):
        return f"{type(self).__name__} moves {n}"


print(ping(), ping(), ping.calls, ping.__name__, Robot().move(2), Robot.move.calls)


def singleton(cls):
    instances = {}

    @functools.wraps(cls, updated=())
    def get(*args, **kwargs):
        if cls not in instances:
            instances[cls] = cls(*args, **kwargs)
        return instances[cls]
    return get


@singleton
class Database:
    """One only."""

    def __init__(self, url="db"):
        self.url = url


print(Database("x") is Database("y"), Database().url, Database.__name__, Database.__doc__)


def add_repr(cls):
    cls.__repr__ = lambda self: f"{cls.__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"
    return cls


@add_repr
class Pair:
    def __init__(self, a, b):
        self.a, self.b = a, b


def compose(*functions):
    return functools.reduce(lambda f, g: lambda x: g(f(x)), functions, lambda x: x)


def curry(f, n=None):
    n = f.__code__.co_argcount if n is None else n
    return f if n <= 1 else lambda x: curry(functools.partial(f, x), n - 1)


print(Pair(1, "b"), compose(str.strip, str.title, lambda s: s + "!")("  hello world "), curry(lambda a, b, c: a + b * c)(1)(2)(3))
registry = {}


def register(name=None, /, *, tags=()):
    def decorate(function):
        registry[name or function.__name__] = (function, tuple(tags))
        return function
    return decorate


@register()
@register("alias", tags=["old"])
def handler(x):
    return x + 1


print({key: (f(1), tags) for key, (f, tags) in registry.items()})


def trace(function):
    depth = 0

    @functools.wraps(function)
    def wrapper(n):
        nonlocal depth
        print("  " * depth + f"{function.__name__}({n})")
        depth += 1
        try:
            return function(n)
        finally:
            depth -= 1
    return wrapper


@trace
def factorial(n):
    return 1 if n == 0 else n * factorial(n - 1)


print(factorial(3))
x = "global"


def scopes():
    x = "enclosing"

    def inner():
        x = "local"
        return x, [x for x in "a"], x

    def reader():
        return x

    def outer_writer():
        global x
        x = "changed"
    outer_writer()
    return inner(), reader(), x


print(scopes(), x)
try:
    def early_use():
        print(y)
        y = 1
    early_use()
except UnboundLocalError as error:
    print(error)
