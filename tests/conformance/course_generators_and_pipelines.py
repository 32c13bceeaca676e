def numbers(n):
    print("start")
    try:
        for i in range(n):
            received = yield i
            if received:
                print("received", received)
    except ValueError as error:
        print("thrown in:", error)
        yield "recovered"
    finally:
        print("cleanup")
    return "done"


g = numbers(3)
print(next(g), g.send("hello"), g.throw(ValueError("oops")))
try:
    next(g)
except StopIteration as stop:
    print("value:", stop.value)
g = numbers(2)
next(g)
g.close()
print(list(g), next(g, "over"))


def flatten(items):
    for item in items:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item


def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        if value is None:
            return average, count
        total += value
        count += 1
        average = total / count


def report(results):
    while True:
        results.append((yield from averager()))
        print("one finished:", results[-1])


print(list(flatten([1, [2, (3, [4])], [], 5])))
results = []
r = report(results)
next(r)
for value in (10, 20, None, 5, None):
    r.send(value)
print(results)


def lines(text):
    for number, line in enumerate(text.splitlines(), 1):
        yield number, line.strip()


def without_comments(pairs):
    return ((n, line) for n, line in pairs if line and not line.startswith("#"))


def parsed(pairs):
    for n, line in pairs:
        key, _, value = line.partition("=")
        yield key.strip(), value.strip(), n


text = """
# settings
host = example.org
port=80

debug = yes
"""
print(list(parsed(without_comments(lines(text)))))


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


print([n for n, _ in zip(fibonacci(), range(12))], next(n for n in fibonacci() if n > 1000))


class Tree:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


tree = Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6))
print(list(tree), sum(tree), max(tree), 3 in tree, [*tree, *"ab"], dict(enumerate(tree)))


class Countdown:
    def __init__(self, start):
        self.n = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


c = Countdown(3)
first, *rest = c
print(first, rest, list(c), list(iter(Countdown(2).__next__, 0)) if False else "", [x for x in iter([1, 2, 0, 3].pop, 0)])
try:
    def broken():
        raise StopIteration("inside")
        yield
    list(broken())
except RuntimeError as error:
    print(error, repr(error.__cause__))
gen = (x * x for x in range(3))
print(gen.__name__, type(gen).__name__, next(gen), gen.gi_running, sum(gen))
squares = {n: n * n for n in range(4)}
print(squares, {v % 3 for v in squares.values()}, [(i, j) for i in range(3) for j in range(i)], [[0] * 2 for _ in range(2)])
for broken in (lambda: next(iter([])), lambda: iter(5), lambda: next(5), lambda: [*5], lambda: numbers(1).send(1)):
    try:
        broken()
    except (StopIteration, TypeError) as error:
        print(type(error).__name__, error)
