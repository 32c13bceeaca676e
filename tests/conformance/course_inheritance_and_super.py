class Animal:
    count = 0

    def __init__(self, name, **rest):
        super().__init__(**rest)
        self.name = name
        type(self).count += 1
        Animal.total = getattr(Animal, "total", 0) + 1

    def speak(self):
        return "..."

    def __repr__(self):
        return f"{self.__class__.__name__}({self.name!r})"

    @classmethod
    def create(cls, *names):
        return [cls(name) for name in names]

    @staticmethod
    def kingdom():
        return "animalia"


class Swimmer:
    def __init__(self, depth=1, **rest):
        super().__init__(**rest)
        self.depth = depth

    def move(self):
        return f"swims at {self.depth}"


class Flyer:
    def __init__(self, height=10, **rest):
        super().__init__(**rest)
        self.height = height

    def move(self):
        return f"flies at {self.height}, then {super().move()}"


class Duck(Animal, Flyer, Swimmer):
    def speak(self):
        return "quack" + super().speak()


class Dog(Animal):
    def speak(self):
        return "woof"


d = Duck("Donald", height=5, depth=2)
print(d, d.speak(), d.move(), [c.__name__ for c in Duck.__mro__], Duck.mro() == list(Duck.__mro__))
print(Dog.create("Rex", "Bo"), Dog.count, Duck.count, Animal.count, Animal.total, Dog.kingdom(), d.kingdom())
print(isinstance(d, Swimmer), issubclass(Duck, (Dog, Flyer)), Duck.__bases__, Dog.__base__, type(d) is Duck, d.__class__.__name__)
try:
    Duck("x", wings=2)
except TypeError as error:
    print(error)


class A:
    def hi(self):
        return ["A"]


class B(A):
    def hi(self):
        return ["B", *super().hi()]


class C(A):
    def hi(self):
        return ["C", *super().hi()]


class D(B, C):
    def hi(self):
        return ["D", *super().hi()]


print(D().hi(), super(B, D()).hi(), super(D, D()).hi(), A.hi(D()))
try:
    class Wrong(A, B):
        pass
except TypeError as error:
    print(str(error).splitlines()[0])


class Base:
    def template(self):
        return f"[{self.head()}|{self._body()}|{self.__secret()}]"

    def head(self):
        return "base"

    def _body(self):
        raise NotImplementedError(f"{type(self).__name__} must say")

    def __secret(self):
        return "s"


class Page(Base):
    def _body(self):
        return "body"

    def __secret(self):
        return "other"


print(Page().template(), [name for name in dir(Page()) if "secret" in name])
try:
    Base().template()
except NotImplementedError as error:
    print(error)


class Meters(float):
    def __new__(cls, value, unit="m"):
        self = super().__new__(cls, value * (1000 if unit == "km" else 1))
        self.unit = unit
        return self

    def __add__(self, other):
        return Meters(float(self) + other)

    def __repr__(self):
        return f"{float(self)}m"


print(Meters(1, "km") + 5, Meters(2).unit, Meters(3) * 2, isinstance(Meters(1), float), sorted([Meters(3), Meters(1)]), round(Meters(2.5)), f"{Meters(1):.1f}")


class Shout(str):
    def upper(self):
        return Shout(super().upper() + "!")


class Config(dict):
    def __missing__(self, key):
        return f"<{key}>"

    def __getattr__(self, name):
        return self[name]

    def __setattr__(self, name, value):
        self[name] = value


c = Config(host="h")
c.port = 80
print(Shout("hi").upper(), Shout("a") + "b", type(Shout("a") + "b").__name__, c.host, c.port, c["none"], dict(c), len(c), {**c}, c.get("none"), c == {"host": "h", "port": 80})


class Strange:
    def __getattribute__(self, name):
        return super().__getattribute__(name) if name.startswith("_") else f"asked for {name}"

    def __getattr__(self, name):
        return f"missing {name}"


print(Strange().anything, Strange()._nope, Strange().__class__.__name__)
