from functools import partial, reduce, singledispatch, cmp_to_key
from itertools import accumulate, chain, compress, count, cycle, dropwhile, groupby, islice, repeat, starmap, takewhile, tee
from operator import add, attrgetter, itemgetter, methodcaller, mul, not_


def pipe(value, *functions):
    return reduce(lambda acc, f: f(acc), functions, value)


def juxt(*functions):
    return lambda *args: tuple(f(*args) for f in functions)


def iterate(f, x):
    return accumulate(repeat(x), lambda acc, _: f(acc))


def partition(predicate, items):
    a, b = tee(items)
    return list(filter(predicate, a)), [x for x in b if not predicate(x)]


def chunked(items, n):
    it = iter(items)
    return iter(lambda: list(islice(it, n)), [])


def flip(f):
    return lambda a, b: f(b, a)


def rle(text):
    return [(k, sum(1 for _ in g)) for k, g in groupby(text)]


def unrle(pairs):
    return "".join(starmap(mul, pairs))


print(pipe("  Hello World ", str.strip, str.lower, methodcaller("split"), partial(map, str.title), " & ".join))
print(juxt(min, max, sum, len)([4, 8, 15, 16, 23, 42]), list(islice(iterate(lambda n: n * 2, 1), 8)), partition(lambda n: n % 3 == 0, range(10)))
print(list(chunked("abcdefgh", 3)), flip(pow)(2, 5), rle("aaabccd"), unrle(rle("aaabccd")), list(map(not_, [0, 1])))
compose = partial(reduce, lambda f, g: lambda x: g(f(x)))
print(compose([partial(add, 1), partial(mul, 10), str])(4), (lambda f: f(f, 5))(lambda f, n: 1 if n < 2 else n * f(f, n - 1)))
fix = lambda f: (lambda x: x(x))(lambda y: f(lambda *args: y(y)(*args)))
print(fix(lambda self: lambda n: n if n < 2 else self(n - 1) + self(n - 2))(15), [*map(lambda p: p[0] + p[1], zip("ab", "cd"))])
people = [("Bo", 30), ("Al", 25), ("Cy", 30)]
by_age_then_name = cmp_to_key(lambda a, b: (b[1] - a[1]) or (a[0] > b[0]) - (a[0] < b[0]))
print(sorted(people, key=by_age_then_name), max(people, key=itemgetter(1)), {age: [n for n, _ in g] for age, g in groupby(sorted(people, key=itemgetter(1)), key=itemgetter(1))})
print(list(compress("ABCDEF", cycle([1, 0]))), list(takewhile(lambda n: n < 20, (n * n for n in count(1)))), list(dropwhile(str.isspace, "  x y")), list(chain(*map(reversed, ["ab", "cd"]))))


def lazy_primes():
    def sieve(numbers):
        p = next(numbers)
        yield p
        yield from sieve(n for n in numbers if n % p)
    return sieve(count(2))


print(list(islice(lazy_primes(), 10)))


def memo_fix(f):
    cache = {}

    def g(n):
        if n not in cache:
            cache[n] = f(g, n)
        return cache[n]
    return g


collatz = memo_fix(lambda self, n: 1 if n == 1 else 1 + self(3 * n + 1 if n % 2 else n // 2))
print(max(range(1, 300), key=collatz), collatz(27))


class Maybe:
    def __init__(self, value):
        self.value = value

    def __or__(self, f):
        return self if self.value is None else Maybe(f(self.value))

    def __rshift__(self, default):
        return default if self.value is None else self.value


print((Maybe({"a": {"b": 5}}) | itemgetter("a") | methodcaller("get", "b")) >> "nothing", (Maybe({}) | methodcaller("get", "x") | len) >> "nothing")
print(attrgetter("value")(Maybe(3)), list(accumulate("abc", lambda a, b: b + a)), [sum(pair) for pair in zip(range(5), range(5)[::-1])], sum(map(mul, [1, 2, 3], [4, 5, 6])))
