# exit: 1
from functools import lru_cache, reduce, singledispatch


@singledispatch
def cost(thing):
    raise TypeError(f"no cost of {type(thing).__name__}")


@cost.register
def _(thing: int):
    return thing


@cost.register(list)
def _(thing):
    return reduce(lambda total, item: total + cost(item), thing, 0)


@lru_cache
def total(n):
    return cost([n, [n, n]]) + (total(n - 1) if n else 0)


print(total(3), total.cache_info().currsize)
print(cost([1, [2, "three"]]))
