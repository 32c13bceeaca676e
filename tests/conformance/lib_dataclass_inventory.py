from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace
from typing import ClassVar, Optional


@dataclass(order=True)
class Item:
    """Something to sell."""
    sort_index: float = field(init=False, repr=False)
    name: str
    price: float
    quantity: int = 0
    tags: list[str] = field(default_factory=list, compare=False)
    count: ClassVar[int] = 0

    def __post_init__(self):
        self.sort_index = -self.price
        Item.count += 1

    def total(self) -> float:
        return self.price * self.quantity


items = [Item("pen", 1.5, 10), Item("book", 12, tags=["paper"]), Item("bag", 30, 1)]
for item in sorted(items):
    print(item, item.total())
print(Item.count, Item.__doc__, [f.name for f in fields(Item)], items[0] == Item("pen", 1.5, 10, ["x"]), Item.__match_args__)
print(asdict(items[1]), astuple(items[0]), replace(items[2], quantity=5), is_dataclass(Item), is_dataclass(items[0]), is_dataclass(5))


@dataclass(frozen=True)
class Point:
    x: int = 0
    y: int = 0

    def moved(self, dx):
        return replace(self, x=self.x + dx)


print(Point(), Point(1).moved(2), hash(Point(1, 2)) == hash((1, 2)), len({Point(), Point(0, 0)}), Point(1) != Point(2))
for action in (lambda: setattr(Point(), "x", 1), lambda: delattr(Point(), "x"), lambda: setattr(Point(), "z", 1), lambda: Point(1, 2, 3), lambda: Point(z=1), lambda: Point() < Point(),
               lambda: hash(items[0]), lambda: Item("a"), lambda: replace(items[0], sort_index=1)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


@dataclass
class Base:
    id: int
    _: KW_ONLY
    debug: bool = False


@dataclass
class Child(Base):
    name: str = "child"
    scale: InitVar[Optional[int]] = None
    scaled: int = field(init=False, default=0)

    def __post_init__(self, scale):
        self.scaled = self.id * (scale or 1)


print(Child(3, "c", 4, debug=True), Child(2), Child.__init__.__qualname__, Child.__mro__[1].__name__)


@dataclass(slots=True, eq=False)
class Slim:
    a: int
    b: int = 2


slim = Slim(1)
print(slim, slim == Slim(1), Slim.__slots__, hasattr(slim, "__dict__"))
try:
    slim.c = 3
except AttributeError as error:
    print(error)
for source in ("a: list = []", "a: int = 1\n    b: int", "a: dict = field(default={})"):
    try:
        exec(f"@dataclass\nclass Wrong:\n    {source}", {"dataclass": dataclass, "field": field})
    except (TypeError, ValueError) as error:
        print(error)


@dataclass
class Tree:
    value: int
    children: list["Tree"] = field(default_factory=list)
    parent: "Tree" = field(default=None, repr=False, compare=False)


tree = Tree(1, [Tree(2), Tree(3, [Tree(4)])])
print(tree, asdict(tree)["children"][1])
tree.children.append(tree)
print(tree)
Made = make_dataclass("Made", [("x", int), ("y", int, field(default=5)), "z"][:2], namespace={"sum": lambda self: self.x + self.y})
print(Made(1), Made(1).sum(), Made.__name__)


@dataclass(repr=False, unsafe_hash=True)
class Custom:
    key: str
    extra: dict = field(default_factory=dict, hash=False, metadata={"unit": "kg"})

    def __repr__(self):
        return f"<{self.key}>"


print(Custom("k"), hash(Custom("k")) == hash(("k",)), fields(Custom)[1].metadata["unit"], fields(Custom)[0].type)


@dataclass
class Plain:
    pass


print(Plain(), Plain() == Plain(), Plain.__doc__, Point.__doc__, Base.__doc__)
