import functools

calls = []


@functools.lru_cache(maxsize=2)
def slow(n):
    calls.append(n)
    return n * n


print([slow(n) for n in (1, 2, 1, 3, 1, 2)], calls, slow.cache_info())
slow.cache_clear()


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info().hits)
base2 = functools.partial(int, base=2)
print(base2("101"), base2.keywords, functools.partial(print, "a", sep="-").args)
print(functools.reduce(lambda a, b: a * b, range(1, 6)), functools.reduce(max, [], 0))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))


class Report:
    @functools.cached_property
    def total(self):
        print("computing")
        return 42


report = Report()
print(report.total, report.total)
