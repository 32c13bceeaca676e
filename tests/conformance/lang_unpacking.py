a, b = 1, 2
a, b = b, a
print(a, b)
first, *middle, last = range(6)
print(first, middle, last)
*start, end = "ab"
(x, (y, z)), w = (1, [2, 3]), 4
print(start, end, x, y, z, w)
head, *none = [1]
print(head, none)
for key, (left, *right) in {"p": (1, 2, 3), "q": "xy"}.items():
    print(key, left, right)
[p, q] = {"k1": 1, "k2": 2}
print(p, q, [*range(3), *"ab"], (*[1], 2), {*[1], 2} == {1, 2}, {**{"a": 1}, **{"a": 2}})
i = 0
data = [5, 6, 7]
i, data[i] = 1, "set"
print(i, data)
for values in [(1,), (1, 2, 3)]:
    try:
        m, n = values
    except ValueError as error:
        print(error)
try:
    m, n, *o = [1]
except ValueError as error:
    print(error)
try:
    m, n = 5
except TypeError as error:
    print(error)
