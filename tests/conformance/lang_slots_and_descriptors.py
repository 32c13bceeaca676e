class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x


s = Slotted(1)
print(s.x, hasattr(s, "y"), hasattr(s, "__dict__"), Slotted.__slots__)
for action in (lambda: setattr(s, "z", 1), lambda: s.y, lambda: vars(s), lambda: delattr(s, "q")):
    try:
        print(action())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
s.y = 5
del s.y
print(hasattr(s, "y"))


class Positive:
    """A descriptor that checks."""

    def __set_name__(self, owner, name):
        self.name = "_" + name
        print("named", name, "in", owner.__name__)

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return getattr(instance, self.name, 0)

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f"{self.name[1:]} must be positive, not {value}")
        setattr(instance, self.name, value)

    def __delete__(self, instance):
        print("deleting")
        delattr(instance, self.name)


class Order:
    amount = Positive()
    price = Positive()

    def __init__(self, amount, price):
        self.amount, self.price = amount, price


order = Order(2, 5)
print(order.amount * order.price, vars(order), type(Order.amount).__name__, Order.amount.__doc__)
try:
    order.price = -1
except ValueError as error:
    print(error)
del order.amount
print(order.amount)


class Lazy:
    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner=None):
        print("computing", self.function.__name__)
        value = instance.__dict__[self.function.__name__] = self.function(instance)
        return value


class Report:
    @Lazy
    def total(self):
        return 42


r = Report()
print(r.total, r.total, r.__dict__)


class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius

    @property
    def fahrenheit(self):
        "Degrees of Mr Fahrenheit."
        return self.celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.celsius = (value - 32) * 5 / 9

    @fahrenheit.deleter
    def fahrenheit(self):
        print("no more")


t = Temperature(100)
t.fahrenheit = 32
print(t.celsius, t.fahrenheit, Temperature.fahrenheit.__doc__)
del t.fahrenheit
try:
    Temperature.nothing
except AttributeError as error:
    print(error)
