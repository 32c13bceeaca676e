print(sorted([3, 1, 2]), sorted("bca", reverse=True), sorted({"b": 1, "a": 2}), sorted([(1, "b"), (1, "a"), (0, "c")]))
print(sorted(["b", "A", "c"], key=str.lower), sorted([-3, 2, -1], key=abs))
print(list(zip([1, 2, 3], "ab")), list(zip()), list(zip([1], [2], [3])))
print(list(enumerate("ab")), list(enumerate("ab", start=5)))
print(list(map(lambda a, b: a * b, [1, 2, 3], [4, 5])), list(map(str, range(3))), list(filter(None, [0, 1, "", "a"])))
print(list(filter(lambda n: n % 2, range(6))), any([]), all([]), any([0, 3]), all([1, 0]))
print(min(3, 1, 2), max([3, 9, 2]), min("b", "a"), max(["aa", "b"], key=len), min([], default="none"), max((1, 2), (1, 3)))
print(sum([1, 2, 3]), sum([0.1] * 10), sum([[1], [2]], []), sum(range(5), start=100))
print(list(reversed([1, 2])), list(range(5, 0, -2)), range(3), len(range(0, 10, 3)), 4 in range(0, 10, 2), range(5)[-1])
print(list("abc"), tuple([1, 2]), list({"k": 1}), next(iter([7])), next(iter([]), None), len("four"))
try:
    list(zip([1, 2], [1], strict=True))
except ValueError as error:
    print(error)
try:
    max([])
except ValueError as error:
    print(error)
