from collections import namedtuple
from dataclasses import dataclass

Move = namedtuple("Move", "dx dy")


@dataclass
class Node:
    value: object
    left: "Node" = None
    right: "Node" = None


class Shape:
    __match_args__ = ("kind", "size")

    def __init__(self, kind, size):
        self.kind, self.size = kind, size


LIMIT = 10


class Codes:
    OK = 200
    GONE = 410


def describe(subject):
    match subject:
        case None | True | False:
            return f"constant {subject}"
        case int(n) if n > LIMIT:
            return f"big {n}"
        case int() | float() as number:
            return f"number {number}"
        case "":
            return "empty"
        case str(text) if text.startswith("/"):
            return f"command {text[1:]}"
        case bytes():
            return "bytes"
        case Move(0, 0):
            return "stay"
        case Move(dx=0, dy=y):
            return f"vertical {y}"
        case Move(x, y):
            return f"move {x} {y}"
        case []:
            return "nothing"
        case [only]:
            return f"one {only!r}"
        case [first, *_, last] if first == last:
            return f"round {first}"
        case ["go", ("north" | "south") as where, *rest]:
            return f"go {where} {rest}"
        case (a, b):
            return f"pair {a} {b}"
        case [_, _, *others]:
            return f"many, {len(others)} more"
        case {"code": Codes.OK, "body": body}:
            return f"ok {body}"
        case {"code": Codes.GONE | 404, **rest}:
            return f"lost {rest}"
        case {"nested": {"deep": [x, y]}}:
            return f"deep {x}{y}"
        case {}:
            return "some dict"
        case Node(left=None, right=None, value=v):
            return f"leaf {v}"
        case Node(v, Node(l), Node(r)):
            return f"tree {v}({l},{r})"
        case Shape("circle", size=radius):
            return f"circle of {radius}"
        case Shape(kind, size):
            return f"{kind} {size}"
        case _:
            return f"other {type(subject).__name__}"


for subject in (None, True, 5, 50, 2.5, "", "/quit", "plain", b"x", Move(0, 0), Move(0, 2), Move(1, 2), [], [7], (1, 2, 1),
                ["go", "north", "fast"], ("a", "b"), [1, 2, 3, 4], {"code": 200, "body": "hi"}, {"code": 404, "url": "/"},
                {"nested": {"deep": "xy"}}, {"nested": {"deep": [1, 2]}}, {}, Node(1), Node(1, Node(2), Node(3)),
                Node(1, Node(2)), Shape("circle", 2), Shape("square", 1), {1, 2}, range(2)):
    print(describe(subject))
try:
    match Shape("a", 1):
        case Shape(a, b, c):
            pass
except TypeError as error:
    print(error)
