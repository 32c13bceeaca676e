items = list(range(10))
items[2:5] = ["a", "b"]
del items[-1], items[0]
items.insert(1, "ins")
items.extend(x for x in "yz")
print(items, items[::2], items[::-1], items[-3:], items.index("b"), items.count(7), items.pop(), items.pop(0))
items[::3] = [0] * len(items[::3])
print(items, [1, 2] + [3], [0] * 3, [1, 2] < [1, 3], [[]] * 2, list("ab") * 2, sorted([3, 1, 2], reverse=True), sorted("bca"), list(reversed([1, 2])))
words = ["banana", "Apple", "cherry", "date"]
words.sort(key=lambda w: (len(w), w.lower()))
print(words, sorted(words, key=str.lower), min(words, key=len), words.copy() is words)
first, *middle, last = words
(a, b), c = (1, 2), 3
x, y = y, x = 1, 2
print(first, middle, last, a, b, c, x, y, [*range(3), *"ab"], (*words[:1], "end"), {**{"k": 1}, "k": 2})
d = dict(one=1, two=2)
d["three"] = 3
d.setdefault("four", 4)
d.setdefault("one", 100)
d.update({"two": 22}, five=5)
print(d, d.get("six"), d.get("six", 6), d.pop("one"), d.pop("none", None), list(d), list(d.values()), list(d.items())[0], "two" in d, len(d), d.popitem(), d | {"z": 26}, dict.fromkeys("ab", 0), dict([(1, 2)]), dict(zip("xy", [1, 2])))
keys = d.keys()
d["new"] = 1
print(keys, keys & {"new", "q"}, d.items() >= {("new", 1)}, sorted(d, key=d.get), {v: k for k, v in d.items()}, list(reversed(d)), d == dict(reversed(d.items())))
for key in list(d):
    if key.startswith("t"):
        del d[key]
print(d)
try:
    for key in d:
        d["more"] = 1
except RuntimeError as error:
    print(error)
s, t = {1, 2, 3}, {3, 4}
print(s | t, s & t, s - t, s ^ t, s <= {1, 2, 3, 4}, s.isdisjoint({9}), {1, 2} < s, s.union([7], (8,)), frozenset(s) == s, len({1, 1.0, True}), set("hello") == set("hlelo"), {x % 3 for x in range(10)})
s.add(5)
s.discard(100)
s.update([6, 7])
s -= {1}
print(s, 5 in s, sorted(s, reverse=True), s.pop() in range(10))
try:
    s.remove(100)
except KeyError as error:
    print("KeyError", error)
t = (1,)
print(t, (), (1, 2)[1], t + (2,), t * 3, tuple("ab"), (1, 2, 3).index(2), len(()), (1, [2]) == (1, [2]), hash((1, 2)) == hash((1, 2)), 1 in t)
try:
    t[0] = 5
except TypeError as error:
    print(error)
print(list(zip([1, 2, 3], "ab")), list(map(lambda a, b: a * b, [1, 2], [3, 4])), list(filter(None, [0, 1, "", "a"])), list(enumerate("ab", 1)), dict(enumerate("xy")), list(zip(*[(1, 2), (3, 4)])))
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as error:
    print(error)
nested = {"users": [{"name": "Ann", "langs": ["py", "c"]}, {"name": "Bob", "langs": []}]}
print([u["name"] for u in nested["users"] if u["langs"]], nested["users"][0]["langs"][-1], sum(len(u["langs"]) for u in nested["users"]), [l for u in nested["users"] for l in u["langs"]])
matrix = [[i * j for j in range(4)] for i in range(3)]
print(matrix, [row[1] for row in matrix], [[row[i] for row in matrix] for i in range(2)], any(7 in row for row in matrix))
if (n := len(words)) > 3 and (w := next((w for w in words if "p" in w), None)):
    print(n, w)
text = "The rain in Spain"
print(text.split(), text.find("ain"), text.count("ain"), text.replace("ain", "AIN", 1), text.startswith("The"), text[4:8], text[::-1], "-".join(reversed(text.split())), text.index("S"), text.lower().islower(), [c for c in text if c in "aeiou"], text.encode(), b"ab".decode(), "é".encode("utf-8"), len("日本"), "日本"[0], ord("A"), chr(97), "a" < "b", "abc" * 2, "x" in "xyz")
