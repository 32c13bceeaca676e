x = 10


def area(width, height=2):
    product = width * height
    inner = lambda: product
    return sorted(set(locals()) - {"inner"}), locals()["product"], "inner" in locals(), inner()


print(area(3), globals()["x"], "area" in globals(), __name__)
globals()["made"] = "by globals()"
print(made)


class Point:
    kind = "2d"
    names = sorted(name for name in locals() if not name.startswith("__"))

    def __init__(self):
        self.x, self.y = 1, 2


point = Point()
print(vars(point), Point.names, sorted(n for n in dir(point) if not n.startswith("_")), vars(Point)["kind"])
vars(point)["z"] = 3
print(point.z, [n for n in dir() if n in ("x", "area", "made", "missing")])
print(eval("x * 2"), eval("a + b", {"a": 1, "b": 2}), eval("[i for i in range(x) if i % 4 == 0]"))
space = {}
exec("def double(n):\n    return 2 * n\nresult = double(21)", space)
print(space["result"], space["double"](4), space["double"].__name__)


def calculate(expression, **names):
    try:
        return eval(expression, {"__builtins__": {}}, names)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(calculate("a * b", a=6, b=7), calculate("a +", a=1)[:11], calculate("1 / 0"), calculate("missing"))
