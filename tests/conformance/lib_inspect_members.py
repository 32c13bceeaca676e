import inspect


class Shape:
    """A shape.

    It has sides.
    """

    sides = 0

    def __init__(self, name: str = "shape"):
        self.name = name

    def area(self) -> float:
        "Its area."
        return 0.0

    @classmethod
    def unit(cls):
        return cls()

    @staticmethod
    def help(topic, /, *, loud=False):
        return topic

    @property
    def label(self):
        return self.name.title()


square = Shape("square")
print(inspect.getdoc(Shape), "|", inspect.getdoc(Shape.area), "|", inspect.getdoc(Shape.unit))
print([name for name, _ in inspect.getmembers(square) if not name.startswith("__")])
print([name for name, _ in inspect.getmembers(Shape, inspect.isfunction)], [name for name, _ in inspect.getmembers(square, inspect.ismethod)])
print(inspect.signature(Shape), inspect.signature(square.area), inspect.signature(Shape.area), inspect.signature(Shape.unit), inspect.signature(Shape.help))
for test in (inspect.isclass, inspect.isfunction, inspect.ismethod, inspect.isroutine, inspect.isbuiltin, inspect.ismodule, callable):
    print(f"{test.__name__:<11}", [test(value) for value in (Shape, Shape.area, square.area, len, inspect, 3)])
print(inspect.getmro(bool), inspect.isabstract(Shape), inspect.getsource(Shape.unit), end="")
parameter = inspect.signature(Shape.__init__).parameters["name"]
print(parameter.name, parameter.default, parameter.annotation, parameter.kind, parameter.kind == inspect.Parameter.POSITIONAL_OR_KEYWORD)
print(inspect.cleandoc("  a\n      b\n        c\n    "))
