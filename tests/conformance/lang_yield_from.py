def inner():
    received = yield 1
    print("inner received", received)
    try:
        yield 2
    except ValueError as error:
        print("inner caught", error)
        yield 3
    return "inner result"


def outer():
    result = yield from inner()
    print("outer got", result)
    yield from [10, 20]
    yield from "ab"


g = outer()
print(next(g), g.send("hello"), g.throw(ValueError("thrown")))
print(list(g))


def flatten(items):
    for item in items:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, [3, [4]], 5], []])))
