from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict, deque, namedtuple

text = "the quick brown fox jumps over the lazy dog the end"
counts = Counter(text.split())
print(counts.most_common(1), counts["the"], "cat" in counts, counts["cat"], len(counts), sum(counts.values()))
counts["cat"] += 2
del counts["nothing"]
print(counts.most_common()[:3], list(counts)[-1], counts.total(), Counter("hello").most_common(2))
print(Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter(a=3) - Counter(a=1, b=2), -Counter(a=-2), Counter())
letters = Counter("mississippi")
letters.subtract("miss")
print(letters, dict(letters), letters.copy() is letters, {**letters}, sorted(letters.items(), key=lambda p: (-p[1], p[0])))
letters |= Counter(z=9)
letters -= Counter(s=1)
print(letters, repr(Counter({"x": 1, "y": 2})), Counter([1, 1, 2]), isinstance(letters, dict))

index = defaultdict(set)
for word in text.split():
    index[len(word)].add(word)
print({size: sorted(words) for size, words in sorted(index.items())}, index.default_factory, 99 in index)
tree = lambda: defaultdict(tree)
root = tree()
root["a"]["b"]["c"] = 1
print(root["a"]["b"]["c"], list(root["a"]), len(root["x"]), sorted(root))
plain = defaultdict(None, {"k": 1})
try:
    plain["missing"]
except KeyError as error:
    print("KeyError", error)
try:
    defaultdict(5)
except TypeError as error:
    print(error)
print(defaultdict(int, a=1), defaultdict(list, [("k", [1])]).copy(), defaultdict(int, {1: 2}) | {3: 4}, defaultdict(int) == {})

od = OrderedDict([("x", 1), ("y", 2), ("z", 3)])
od.move_to_end("x")
od.move_to_end("z", last=False)
print(od, od.popitem(), list(reversed(od)), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), OrderedDict())


class LRU(OrderedDict):
    def __init__(self, size):
        super().__init__()
        self.size = size

    def __setitem__(self, key, value):
        if key in self:
            self.move_to_end(key)
        super().__setitem__(key, value)
        if len(self) > self.size:
            oldest = next(iter(self))
            del self[oldest]


cache = LRU(2)
cache["a"], cache["b"], cache["c"] = 1, 2, 3
print(list(cache.items()), cache.size, len(cache))

window = deque(maxlen=3)
for n in range(6):
    window.append(n)
    print(list(window), end=" ")
print(window, window.index(4), window.count(5), 3 in window)
q = deque("abc")
q.extendleft([1, 2])
q.insert(2, "mid")
q.remove("b")
q.rotate(-1)
del q[0]
q[0] = "first"
print(q, q[-1], len(q), q.copy() == q, q + deque([0]), deque([1, 2]) < deque([1, 3]), list(q), bool(deque()), deque([1]) * 3)
for broken in (lambda: deque().popleft(), lambda: q.remove("zz"), lambda: q[50], lambda: q.index("zz"), lambda: hash(q), lambda: deque(maxlen=-1), lambda: deque(5),
               lambda: [q.append(1) for _ in q]):
    try:
        print(broken())
    except (IndexError, ValueError, TypeError, RuntimeError) as error:
        print(type(error).__name__, error)

Point = namedtuple("Point", ["x", "y"], defaults=[0])
p = Point(3)
print(p, p._replace(y=1), p._asdict(), Point._fields, Point._field_defaults, p + (1,), p[0], p.index(0), hash(p) == hash((3, 0)), Point.__doc__, Point.x.__doc__)
for broken in (lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: p._replace(z=1), lambda: Point._make([1, 2, 3]), lambda: namedtuple("T", "a a"), lambda: namedtuple("T", "class"), lambda: setattr(p, "x", 1)):
    try:
        print(broken())
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)


class Vector(namedtuple("Base", "x y")):
    __slots__ = ()

    def __abs__(self):
        return (self.x**2 + self.y**2) ** 0.5

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)


v = Vector(3, 4)
x, y = v
print(v, abs(v), v + Vector(1, 1), x, y, max(v), namedtuple("R", "a b a", rename=True)._fields, Vector.__mro__[1].__name__)
chain = ChainMap({"a": 1}, {"b": 2}, {"a": 3, "c": 4})
child = chain.new_child({"z": 26})
child["a"] = 100
print(chain["a"], child["a"], dict(chain), child.parents == chain, list(child), len(child), child, "c" in child, child.get("q", "?"))


class Case(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


case = Case({"A": 1}, B=2)
print(case, case["a"], "b" in case, len(case), case.data, dict(case))
