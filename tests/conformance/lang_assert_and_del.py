x = 5
assert x == 5, "never shown"
try:
    assert x > 10, f"{x} is too small"
except AssertionError as error:
    print("assertion:", error)
try:
    assert not x
except AssertionError as error:
    print("bare:", repr(error))
del x
try:
    x
except NameError as error:
    print(error)
items = [1, 2, 3, 4]
del items[1], items[-1]
table = {"a": 1, "b": 2}
del table["a"]
print(items, table)


class Box:
    pass


box = Box()
box.value = 1
del box.value
print(hasattr(box, "value"))
