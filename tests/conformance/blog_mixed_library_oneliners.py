# Many small uses in a row, as cheat sheets have them.
import collections, contextlib, copy, dataclasses, enum, functools, heapq, io, itertools, operator, string, sys, types, typing

print(list(map(operator.itemgetter(1), enumerate("ab"))), [*itertools.chain("ab", [1])], functools.reduce(operator.mul, range(1, 6)))
print(collections.Counter(c for c in "abracadabra" if c in string.ascii_lowercase).most_common(3))
print(dict(collections.ChainMap({"a": 1}, {"a": 2, "b": 3})), collections.deque(range(5), 3), collections.namedtuple("P", "x y")(1, 2))
print(heapq.nsmallest(2, [5, 1, 4]), sorted("bac", key=functools.cmp_to_key(lambda a, b: (a < b) - (a > b))), list(itertools.islice(itertools.count(3, 2), 3)))
print(types.SimpleNamespace(a=1), typing.Optional[int], enum.Enum("E", "A B").A, dataclasses.make_dataclass("D", ["x"])(5))
with contextlib.redirect_stdout(io.StringIO()) as captured:
    print("captured")
    help_text = "help"
print(repr(captured.getvalue()), file=sys.stdout)
with contextlib.redirect_stderr(io.StringIO()) as errors:
    print("oops", file=sys.stderr)
print(errors.getvalue().strip().upper())
buffer = io.StringIO("line 1\nline 2\nline 3")
print(buffer.readline(), [line.strip() for line in buffer], buffer.read() == "", buffer.seek(0), buffer.read(4), buffer.tell())
out = io.StringIO()
print("a", "b", sep="-", end="!", file=out)
out.write("more")
print(out.getvalue(), out.getvalue().splitlines())
print(*itertools.starmap(pow, [(2, 3), (3, 2)]), *map(max, [1, 5], [3, 2]), sep=", ", end=".\n")
print(copy.deepcopy({"a": [1, {"b": 2}]}), functools.partial(int, base=2)("101"), callable(print), type(lambda: 0) is types.FunctionType)
grouped = collections.defaultdict(list)
for word in "one two three four five six".split():
    grouped[len(word)].append(word)
print(dict(grouped), {k: list(v) for k, v in itertools.groupby(sorted("aAbB", key=str.lower), key=str.lower)})
print([list(g) for _, g in itertools.groupby(range(10), key=lambda n: n // 4)], list(zip(*[iter(range(6))] * 2)), list(itertools.batched("abcdefg", 3)))
flat = list(itertools.chain.from_iterable([[1, 2], [3], []]))
print(flat, list(itertools.accumulate(flat)), list(itertools.pairwise(flat)), list(itertools.product([0, 1], repeat=2)))
print(functools.lru_cache(lambda x: x * 2)(4), list(functools.partial(map, str)([1, 2])), operator.attrgetter("real", "imag")(3), operator.methodcaller("split", ",")("a,b"))


@contextlib.contextmanager
def indent(width):
    saved, sys.stdout = sys.stdout, types.SimpleNamespace(write=lambda text, real=sys.stdout: real.write(text.replace("\n", "\n" + " " * width)), flush=lambda: None)
    try:
        yield
    finally:
        sys.stdout = saved


with indent(2):
    print("indented\nlines")
print()


class Meta(type):
    registry = {}

    def __new__(mcls, name, bases, namespace):
        cls = super().__new__(mcls, name, bases, namespace)
        mcls.registry[name] = cls
        return cls


Base = Meta("Base", (), {"hello": lambda self: f"hello from {type(self).__name__}"})
Child = type("Child", (Base,), {"__doc__": "made by hand", "x": property(lambda self: 42)})
print(Meta.registry, Child().hello(), Child().x, Child.__doc__, type(Child), Child.__module__, types.new_class("Dyn", (Base,)).__name__)
