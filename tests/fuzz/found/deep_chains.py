import functools, collections, asyncio
loop = asyncio.new_event_loop()
class A:
    def __init__(self, x):
        self.x = x
class K(list):
    pass
def fut(x):
    f = loop.create_future()
    f.set_result(x)
    return f
def wrap(x):
    e = Exception()
    e.__cause__ = x
    return e
for make in (
    lambda x: (x,), lambda x: [x], lambda x: {1: x}, lambda x: lambda y=x: y, lambda x: lambda: x, A, lambda x: iter([x]),
    lambda x: enumerate([x]), lambda x: map(x, []), slice, property, wrap, lambda x: frozenset([x] if x else []),
    lambda x: functools.partial(print, x), lambda x: collections.deque([x]), lambda x: x.__str__, lambda x: list[x], lambda x: K([x]), fut,
):
    x = None
    for i in range(30_000):
        x = make(x)
    x = None
print("ok")
