from collections import namedtuple
from typing import NamedTuple

Point = namedtuple("Point", "x y")


class Task(NamedTuple):
    name: str
    seconds: float = 1.0

    def label(self):
        return f"{self.name} ({self.seconds} s)"


p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), p._replace(x=9), p._asdict(), Point._fields, Point._make([7, 8]))
x, y = p
print(x, y, Task("nap"), Task("run", 3).label(), Task("a") < Task("b"))
try:
    p.x = 5
except AttributeError as error:
    print(error)
try:
    Point(1)
except TypeError as error:
    print(error)
