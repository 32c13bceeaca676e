# A closure keeps the variable, not the value that it had.
def counters():
    made = []
    for n in range(3):
        made.append(lambda: n)
    return made


def counters_bound():
    return [lambda n=n: n for n in range(3)]


print([f() for f in counters()], [f() for f in counters_bound()])


def adder(amount):
    def add(value):
        return value + amount
    amount += 1
    return add


print(adder(10)(1), adder(100)(1))
