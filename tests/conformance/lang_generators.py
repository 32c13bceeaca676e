def countdown(n):
    print("start")
    while n:
        yield n
        n -= 1
    print("end")
    return "liftoff"


g = countdown(2)
print("made")
print(next(g), next(g))
try:
    next(g)
except StopIteration as stop:
    print("value", stop.value)
print(next(g, "exhausted"), list(countdown(3)))
for n in countdown(1):
    print("got", n)


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


print([n for n, _ in zip(fibonacci(), range(10))])
