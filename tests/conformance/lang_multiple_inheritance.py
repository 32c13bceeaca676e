class Base:
    def greet(self):
        return ["base"]


class Left(Base):
    def greet(self):
        return ["left"] + super().greet()


class Right(Base):
    def greet(self):
        return ["right"] + super().greet()


class Both(Left, Right):
    def greet(self):
        return ["both"] + super().greet()


print(Both().greet(), [cls.__name__ for cls in Both.__mro__])
print(issubclass(Both, Right), isinstance(Both(), Base), Both.__bases__ == (Left, Right))
try:
    class Broken(Base, Left):
        pass
except TypeError as error:
    print(str(error).splitlines()[0])
