import functools


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(100), fib.cache_info(), fib.__name__, fib.__wrapped__ is not fib, fib.cache_parameters())
print(fib(450) % 1000)


@functools.lru_cache(maxsize=3, typed=True)
def square(x, *, scale=1):
    print("computing", x, scale)
    return x * x * scale


for x in (2, 2.0, 3, 2, 4, 5, 2.0):
    square(x)
square(2, scale=3)
print(square.cache_info())
square.cache_clear()
print(square.cache_info())
try:
    square([1])
except TypeError as error:
    print(error)


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @functools.cached_property
    def area(self):
        """The area."""
        print("area of", self.radius)
        return 3 * self.radius**2

    @functools.lru_cache
    def scaled(self, by):
        print("scaling by", by)
        return Circle(self.radius * by)

    @functools.cache
    def name():
        return "circle"


c = Circle(2)
print(c.area, c.area, c.__dict__, Circle.area.__doc__)
del c.area
print(c.area, c.scaled(2).radius, c.scaled(2).radius, Circle.scaled.cache_info().hits, Circle.name())

power = functools.partial(pow, 2)
print(power(5), power, functools.partial(power, 3)(), power.func is pow, power.args)


def greet(greeting, name="you", *, mark="!"):
    """Say hello."""
    return f"{greeting}, {name}{mark}"


hello = functools.partial(greet, "Hello", mark="?")
print(hello(), hello("Bo"), hello("Al", mark="."), hello.keywords, repr(hello).split(" at ")[0])
functools.update_wrapper(hello, greet)
print(hello.__name__, hello.__doc__)


class Cell:
    def __init__(self):
        self.alive = False

    def set_state(self, state):
        self.alive = state

    make_alive = functools.partialmethod(set_state, True)


cell = Cell()
cell.make_alive()
print(cell.alive)
print(functools.reduce(lambda a, b: a + b, [[1], [2], [3]], []), functools.reduce(max, [3, 9, 2]))
try:
    functools.reduce(max, [])
except TypeError as error:
    print(error)
print(sorted(["b", "C", "a"], key=functools.cmp_to_key(lambda x, y: (x.lower() > y.lower()) - (x.lower() < y.lower()))))
try:
    functools.partial(5)
except TypeError as error:
    print(error)


def debug(prefix=""):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            print(prefix + function.__qualname__, args, kwargs)
            return function(*args, **kwargs)
        return wrapper
    return decorate


@debug("-> ")
def add(x: int, y: int = 1) -> int:
    "Add."
    return x + y


print(add(1, y=5), add.__name__, add.__doc__, add.__annotations__, add.__wrapped__(1), add.__module__)
