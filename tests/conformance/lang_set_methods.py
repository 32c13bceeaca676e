a, b = {1, 2, 3}, {3, 4}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), a <= {1, 2, 3, 4}, a < a, a.isdisjoint({9}), a >= {1})
a.add(7)
a.discard(100)
a.remove(1)
a.update([8, 9])
print(sorted(a), len(a), 7 in a, a == {2, 3, 7, 8, 9}, sorted(a.union([0], (5,))), sorted(a.intersection({7, 8}, [8])))
b |= {10}
b -= {3}
print(sorted(b), set(), {5}, frozenset([6]), frozenset(), type({}), sorted(set("hello")))
try:
    a.remove(1)
except KeyError as error:
    print(repr(error))
try:
    {[1]}
except TypeError as error:
    print(error)
print({frozenset({1}): "key"}[frozenset([1])], set([1, 1.0, True]))
