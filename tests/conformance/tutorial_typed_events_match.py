import asyncio
from dataclasses import dataclass
from typing import Literal, assert_never


@dataclass
class Key:
    code: str
    mods: tuple[str, ...] = ()


@dataclass
class Click:
    x: int
    y: int
    button: Literal["left", "right"] = "left"


class Point3:
    __match_args__ = ("x", "y", "z")

    def __init__(self, x, y, z=0):
        self.x, self.y, self.z = x, y, z


def describe(ev):
    match ev:
        case Key("q", ("ctrl",)):
            return "quit"
        case Key(code=c, mods=()) if c.isdigit():
            return f"digit {c}"
        case Key(code=("a" | "b") as c):
            return f"a or b: {c}"
        case Key(c, (first, *rest)):
            return f"{first}+{c} and {len(rest)} more"
        case Click(x=0, y=0):
            return "origin"
        case Click(x, y, "right"):
            return f"context menu at {x},{y}"
        case Click(x=int() as x):
            return f"click x={x}"
        case Point3(x, y):
            return f"p {x} {y}"
        case {"type": "resize", "size": [w, h], **rest}:
            return f"resize {w}x{h} {rest}"
        case {"type": str(t)}:
            return f"dict {t}"
        case [] | ():
            return "empty"
        case [x]:
            return f"one {x!r}"
        case [1, _, *others]:
            return f"starts with 1, then {others}"
        case (str(a), str(b)):
            return f"two strings {a} {b}"
        case int(n) | float(n) if n < 0:
            return f"negative {n}"
        case True | False:
            return "bool"
        case None:
            return "none"
        case str():
            return "text"
        case -1 | 3.5 | 2+3j:
            return "special number"
        case _:
            return f"other {type(ev).__name__}"


async def main():
    events = [Key("q", ("ctrl",)), Key("7"), Key("a"), Key("z", ("alt", "shift")), Key("z"), Click(0, 0), Click(3, 4, "right"), Click(5, 6),
              Point3(1, 2), {"type": "resize", "size": (80, 24), "id": 1}, {"type": "x", "y": 1}, {}, [], [None], [1, 2, 3, 4], ["a", "b"], -5, True, None,
              "txt", 3.5, {1, 2}, 2 + 3j, b"bytes", range(3)]
    for ev in events:
        await asyncio.sleep(0)
        print(f"{str(ev)[:50] if not isinstance(ev, Point3) else 'Point3'} => {describe(ev)}")
    cmd = "go north fast"
    match cmd.split():
        case ["go", direction, *_]:
            print(direction)
    match (1, (2, [3, 4])):
        case (a, (b, [c, d])):
            print(a + b + c + d)
    try:
        match Point3(1, 2, 3):
            case Point3(1, 2, 3, 4):
                pass
    except TypeError as e:
        print(e)
    try:
        assert_never("x")
    except AssertionError as e:
        print(e)


asyncio.run(main())
