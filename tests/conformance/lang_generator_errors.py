def stops():
    yield 1
    raise StopIteration("inside")


try:
    print(list(stops()))
except RuntimeError as error:
    print(error, repr(error.__cause__))


def reenter():
    yield next(g)


g = reenter()
try:
    next(g)
except ValueError as error:
    print(error)


def fails():
    yield 1
    raise KeyError("k")


f = fails()
print(next(f))
try:
    next(f)
except KeyError as error:
    print("raised", error)
print(next(f, "finished"))
