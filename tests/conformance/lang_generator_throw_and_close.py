def worker():
    try:
        while True:
            try:
                item = yield "ready"
                print("item", item)
            except ValueError as error:
                print("recovered from", error)
                yield "recovered"
    finally:
        print("clean up")


g = worker()
print(next(g), g.send(1), g.throw(ValueError("bad")), next(g))
g.close()
print(list(g))
h = worker()
next(h)
try:
    h.throw(KeyError("fatal"))
except KeyError as error:
    print("escaped", error)


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)
