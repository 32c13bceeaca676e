import enum
from enum import Enum, IntFlag, auto, member, nonmember


class Planet(Enum):
    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def gravity(self):
        return 6.67300e-11 * self.mass / self.radius**2


print(Planet.EARTH.value, round(Planet.EARTH.gravity, 2), Planet((3.303e23, 2.4397e6)).name)


class AutoName(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return f"{count}:{name.lower()}"


class Ordinal(AutoName):
    NORTH = auto()
    SOUTH = auto()


print(list(Ordinal), Ordinal.SOUTH.value)


class OrderedEnum(Enum):
    def __ge__(self, other):
        return self.value >= other.value if self.__class__ is other.__class__ else NotImplemented

    def __lt__(self, other):
        return self.value < other.value if self.__class__ is other.__class__ else NotImplemented


class Grade(OrderedEnum):
    A = 5
    B = 4
    F = 1


print(Grade.A > Grade.F, Grade.B >= Grade.B, sorted(Grade), max(Grade, key=lambda g: g.value))
try:
    Grade.A < Ordinal.NORTH
except TypeError as error:
    print(error)


class Coordinate(bytes, Enum):
    def __new__(cls, value, label, unit):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label, obj.unit = label, unit
        return obj

    PX = (0, "P.X", "km")
    PY = (1, "P.Y", "km")


print(Coordinate.PY.label, Coordinate(1).unit, Coordinate.PX.value)


class Shape(Enum):
    SQUARE = 2
    DIAMOND = 1
    CIRCLE = 3
    ALIAS_FOR_SQUARE = 2

    sides = nonmember(99)

    @member
    def area(self):
        return "callable member"

    def describe(self):
        return self.name, self.value

    def __str__(self):
        return f"my shape is {self.name.lower()}"

    @classmethod
    def favourite(cls):
        return cls.CIRCLE

    @classmethod
    def _missing_(cls, value):
        for one in cls:
            if one.name == str(value).upper():
                return one


print(list(Shape)[:3], Shape.ALIAS_FOR_SQUARE, list(Shape.__members__), Shape.sides, Shape("circle"), Shape.favourite().describe(), Shape.DIAMOND)
print(Shape.SQUARE is Shape(2), Shape["SQUARE"] == Shape.ALIAS_FOR_SQUARE, Shape.CIRCLE != 3, hash(Shape.CIRCLE) == hash("CIRCLE"), type(Shape.CIRCLE), isinstance(Shape.CIRCLE, Shape), len(Shape), Shape.CIRCLE in Shape, 3 in Shape, "x" in Shape)


class Perm(IntFlag):
    R = 4
    W = 2
    X = 1


print(Perm.R | Perm.W, repr(Perm.R | Perm.W), Perm.R in Perm(7), Perm.R + Perm.W, Perm(0), repr(Perm(8)), [p.name for p in Perm(5)], Perm.X == 1, bool(Perm.R & Perm.W), f"{Perm.R}")
Animal = Enum("Animal", "ANT BEE CAT")
Colour = Enum("Colour", {"RED": "r", "BLUE": "b"}, module="paint", type=str)
print(list(Animal), Animal.BEE.value, Colour.RED == "r", Colour.BLUE.upper(), Colour, Animal(2), Enum("E", [("x", 1), ("y", 9)], start=5).y.value)
for broken in (lambda: Animal(9), lambda: Animal["DOG"], lambda: setattr(Animal, "ANT", 1), lambda: Animal.ANT.nothing, lambda: type("Sub", (Animal,), {}), lambda: delattr(Animal, "ANT"), lambda: Animal(), lambda: Planet.EARTH.name.foo):
    try:
        print(broken())
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        print(type(error).__name__, error)
try:
    class Twice(Enum):
        A = 1
        A = 2
except TypeError as error:
    print(error)
try:
    @enum.unique
    class Same(Enum):
        ONE = 1
        UNO = 1
        EIN = 1
except ValueError as error:
    print(error)
match Grade.B:
    case Grade.A | Grade.B:
        print("passed")
    case _:
        print("failed")
