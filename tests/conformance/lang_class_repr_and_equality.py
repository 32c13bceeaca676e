class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __lt__(self, other):
        return self.x < other.x

    def __len__(self):
        return 2

    def __bool__(self):
        return self.x != 0


a, b = Point(1, 2), Point(3, 4)
print(a, [b], str(a), a + b, a == Point(1, 2), a != b, {a: "key"}[Point(1, 2)], a in [Point(1, 2)])
print(min(b, a), sorted([b, a]), len(a), bool(Point(0, 1)), f"{a!r} {b}", a is Point(1, 2))
