from dataclasses import dataclass
from enum import Enum


@dataclass
class Point:
    x: int
    y: int


class Colour(Enum):
    RED = 1
    BLUE = 2


def handle(event):
    match event:
        case {"type": "move", "to": Point(x=0, y=0)}:
            return "home"
        case {"type": "move", "to": Point(x, y), **rest}:
            return f"to {x},{y} with {rest}"
        case {"type": "paint", "colour": Colour.RED | Colour.BLUE as colour}:
            return f"paint {colour.name}"
        case {"items": [{"id": int(first)}, *_]}:
            return f"first id {first}"
        case Point(0, y):
            return f"on the axis at {y}"
        case (Point() as p, Point() as q) if p == q:
            return "same points"
        case {}:
            return "some mapping"
    return "unknown"


for event in [
    {"type": "move", "to": Point(0, 0)}, {"type": "move", "to": Point(1, 2), "fast": True},
    {"type": "paint", "colour": Colour.BLUE}, {"items": [{"id": 7}, {"id": 8}]}, Point(0, 5),
    [Point(1, 1), Point(1, 1)], {"type": "?"}, "text",
]:
    print(handle(event))
