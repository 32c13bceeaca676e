import functools


@functools.singledispatch
def show(value):
    return f"something {value!r}"


@show.register
def _(value: int):
    return f"number {value}"


@show.register(list)
def _(value):
    return "list of " + ", ".join(map(show, value))


print(show(3), show("x"), show([1, "a", [2]]), show(True), show.dispatch(float) is show.dispatch(object))


class Shape:
    @functools.singledispatchmethod
    def scale(self, factor):
        raise NotImplementedError(type(factor).__name__)

    @scale.register
    def _(self, factor: str):
        return f"scaled by text {factor}"


print(Shape().scale("2"))
try:
    Shape().scale(2.5)
except NotImplementedError as error:
    print("not implemented for", error)
