import functools


@functools.total_ordering
class Version:
    def __init__(self, text):
        self.parts = [int(part) for part in text.split(".")]

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))


a, b, c = Version("1.10"), Version("1.9"), Version("1.10")
print(a > b, a >= c, b <= a, a != b, a == c, max(a, b), sorted([a, b]))
try:
    {a: 1}
except TypeError as error:
    print(error)
try:
    object() < object()
except TypeError as error:
    print(error)
