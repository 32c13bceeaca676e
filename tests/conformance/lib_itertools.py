import itertools

print(list(itertools.chain([1], "ab", (2,))), list(itertools.chain.from_iterable([[1], [2, 3]])))
print(list(itertools.islice(itertools.count(10, 5), 3)), list(itertools.islice("abcdef", 1, None, 2)))
print(list(itertools.zip_longest("ab", [1], fillvalue="-")), list(itertools.accumulate([1, 2, 3, 4])), list(itertools.accumulate([3, 1, 2], max)))
print(["".join(p) for p in itertools.permutations("abc", 2)], list(itertools.combinations(range(4), 2)))
print(list(itertools.product("ab", [0, 1])), list(itertools.combinations_with_replacement("ab", 2)), list(itertools.repeat("x", 2)))
print(list(itertools.takewhile(lambda n: n < 3, [1, 2, 3, 1])), list(itertools.dropwhile(lambda n: n < 3, [1, 2, 3, 1])))
print([(key, list(group)) for key, group in itertools.groupby("aabbba")], list(itertools.starmap(pow, [(2, 3), (3, 2)])))
print(list(itertools.pairwise("abcd")), list(itertools.batched("abcde", 2)), list(itertools.compress("abc", [1, 0, 1])), list(itertools.filterfalse(bool, [0, 1, ""])))
a, b = itertools.tee(iter([1, 2, 3]))
print(next(a), list(b), list(a))
cycle = itertools.cycle("xy")
print([next(cycle) for _ in range(5)])
