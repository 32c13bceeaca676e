# Each comprehension has a scope of its own; its first iterable belongs to the one outside.
x = "outer"
print([x for x in range(3)], x)
print([[row * col for col in range(1, 4)] for row in range(1, 4)])
print([(a, b) for a in range(3) for b in range(a) if (a + b) % 2])
print({n: n * n for n in range(4)}, {len(word) for word in ["aa", "b", "cc"]})
functions = [lambda: i for i in range(3)]
print([f() for f in functions])


def scoped(items):
    limit = 2
    return [item for item in items if item > limit]


print(scoped([1, 2, 3, 4]))


class Table:
    size = 3
    cells = [n for n in range(size)]


print(Table.cells)
