# Recipes in the manner of the documentation.
import collections
import operator
from itertools import *


def take(n, iterable):
    return list(islice(iterable, n))


def sliding(iterable, n):
    window = collections.deque(islice(iterable, n - 1), maxlen=n)
    for item in iterable:
        window.append(item)
        yield tuple(window)


def roundrobin(*iterables):
    iterators = map(iter, iterables)
    for active in range(len(iterables), 0, -1):
        iterators = cycle(islice(iterators, active))
        yield from map(next, iterators)


def powerset(items):
    return chain.from_iterable(combinations(items, r) for r in range(len(items) + 1))


def primes():
    yield 2
    found = []
    for n in count(3, 2):
        if all(n % p for p in takewhile(lambda p: p * p <= n, found)):
            found.append(n)
            yield n


print(take(5, count(10, -3)), take(3, repeat("x")), list(sliding(iter("abcde"), 3)))
print(list(roundrobin("ABC", "D", "EF")), list(powerset([1, 2, 3])))
print(take(10, primes()), take(4, count(0.5, 0.25)))
print(list(accumulate([1, 2, 3, 4], operator.mul)), list(accumulate([1, 2], initial=100)), list(accumulate([])))
print([(k, [w for _, w in g]) for k, g in groupby(((len(w), w) for w in ["a", "b", "cc", "d"]), key=lambda p: p[0])])
groups = groupby("aab")
first = next(groups)
second = next(groups)
print(first[0], list(first[1]), second[0], list(second[1]))
print(list(islice("abcdefg", 2)), list(islice("abcdefg", 2, 4)), list(islice("abcdefg", 2, None)), list(islice("abcdefg", 0, None, 3)))
it = iter(range(10))
print(list(islice(it, 3)), next(it), list(islice(it, 1, 4)), list(it))
for broken in (lambda: islice("a", -1), lambda: islice("a", 1, 2, 0), lambda: list(batched("abc", 0)), lambda: list(combinations("ab", -1)),
               lambda: chain(1, 2).__next__(), lambda: list(zip_longest([1], 5))):
    try:
        print(broken())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(list(product("ab", repeat=2)), list(product([1], [])), list(product()), list(permutations("ab")), list(permutations([1, 2, 3], 1)))
print(list(combinations("abcd", 3)), list(combinations([], 0)), list(combinations("ab", 3)), list(combinations_with_replacement("abc", 2)))
print(list(zip_longest("abc", "x", [1, 2], fillvalue=0)), list(starmap(operator.sub, [(5, 2), (1, 4)])))
a, b, c = tee(map(str, range(3)), 3)
print(next(a), next(a), list(b), list(c), list(a))
print(list(batched(range(7), 3)), list(pairwise([1, 2, 3])), list(pairwise([1])), list(compress("abcd", cycle([1, 0]))))
print(list(dropwhile(str.islower, "abCd")), list(takewhile(str.islower, "abCd")), list(filterfalse(None, [0, 1, 2])))
print(type(chain()).__name__, chain, isinstance(count(), count), sum(1 for _ in chain([1], [2, 3])))
total = 0
for i, ch in zip(count(1), "abc"):
    total += i * ord(ch)
print(total, dict(zip("ab", count())), max(chain([1, 5], (3,))))
