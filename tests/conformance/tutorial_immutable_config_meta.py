import asyncio
import functools
import operator
import types


class Immutable:
    __slots__ = ("_frozen",)

    def __init__(self):
        object.__setattr__(self, "_frozen", True)

    def __setattr__(self, name, value):
        if getattr(self, "_frozen", False):
            raise AttributeError(f"{type(self).__name__} is immutable: cannot set {name!r}")
        super().__setattr__(name, value)

    def __delattr__(self, name):
        raise AttributeError("cannot delete")


class Settings(Immutable):
    __slots__ = ("host", "port")

    def __init__(self, host, port):
        self.host = host
        self.port = port
        super().__init__()


class LazyProperty:
    def __init__(self, func):
        functools.update_wrapper(self, func)
        self.func = func

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        value = self.func(obj)
        obj.__dict__[self.func.__name__] = value
        return value


class Validated:
    def __init__(self, *checks):
        self.checks = checks

    def __set_name__(self, owner, name):
        self.public, self.private = name, f"_{owner.__name__}__{name}"

    def __get__(self, obj, owner):
        return self if obj is None else getattr(obj, self.private)

    def __set__(self, obj, value):
        for check, message in self.checks:
            if not check(value):
                raise ValueError(f"{self.public}: {message} (got {value!r})")
        setattr(obj, self.private, value)


is_str = (lambda v: isinstance(v, str), "must be text")
not_empty = (bool, "must not be empty")
positive = (functools.partial(operator.lt, 0), "must be positive")


class Product:
    name = Validated(is_str, not_empty)
    price = Validated(positive)

    def __init__(self, name, price):
        self.name, self.price = name, price

    @LazyProperty
    def slug(self):
        """The slug."""
        print("computing slug")
        return self.name.lower().replace(" ", "-")

    def __getattribute__(self, name):
        if name == "secret":
            return "intercepted"
        return super().__getattribute__(name)

    def __dir__(self):
        return ["only", "these"]

    def __eq__(self, other):
        return NotImplemented

    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"

    def __bytes__(self):
        return self.name.encode()

    def __sizeof__(self):
        return 1


async def main():
    s = Settings("h", 80)
    for f in (lambda: setattr(s, "port", 81), lambda: delattr(s, "host"), lambda: setattr(s, "new", 1)):
        try:
            f()
        except AttributeError as e:
            print(e)
    p = Product("Blue Pen", 3)
    print(p.slug, p.slug, Product.slug.__doc__, p.secret, dir(p), Product["x"], bytes(p), p == 3, p != p)
    for args in (("", 1), (5, 1), ("x", -1)):
        try:
            Product(*args)
        except ValueError as e:
            print(e)
    print(sorted(vars(p)), Product.name.public)
    p.greet = types.MethodType(lambda self, n: f"{self.name} greets {n}", p)
    print(p.greet("Bob"))
    Dyn = types.new_class("Dyn", (Product,), {}, lambda ns: ns.update(extra=1))
    print(Dyn("d", 1).extra, Dyn.__mro__[1].__name__, type(p).__dict__["slug"].func.__name__)

    class A:
        def who(self): return "A"

    class B(A):
        def who(self): return "B" + super().who()

    class C(A):
        def who(self): return "C" + super().who()

    class D(B, C):
        def who(self): return "D" + super().who()
    print(D().who(), [c.__name__ for c in D.__mro__])
    try:
        class Bad(A, B): pass
    except TypeError as e:
        print(e)
    print(object.__repr__(5)[:12], type(type), isinstance(type, type), callable(Product), super(D, D()).who())
    await asyncio.sleep(0)


asyncio.run(main())
