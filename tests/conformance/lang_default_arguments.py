# Defaults are evaluated once, when the function is defined.
def collect(item, box=[]):
    box.append(item)
    return box


def scale(value, factor=2, *, offset=0):
    return value * factor + offset


print(collect(1), collect(2), collect(3, []))
print(scale(5), scale(5, 3), scale(5, offset=1), scale(factor=10, value=4))
limit = 3
def bounded(n, top=limit):
    return min(n, top)
limit = 100
print(bounded(50))
