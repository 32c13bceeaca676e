ages = {"ann": 30, "bob": 25}
ages["cy"] = 41
ages.update({"bob": 26}, dan=19)
print(ages, len(ages), "bob" in ages, 26 in ages.values(), ages.get("eve"), ages.get("eve", 0))
print(list(ages), list(ages.keys()), list(ages.values()), list(ages.items()))
print(ages.pop("ann"), ages.pop("ann", None), ages.popitem(), ages.setdefault("bob", 1), ages.setdefault("fay", 7), ages)
del ages["bob"]
print(ages, ages.copy() == ages, dict([("a", 1), ("b", 2)]), dict(zip("xy", (1, 2))), dict.fromkeys("ab", 0))
print({"a": 1} | {"b": 2, "a": 3}, {**{"a": 1}, "z": 0}, {1: "int"}[1.0], {True: "yes"}.get(1))
print(ages.keys(), ages.values(), ages.items(), ages.keys() & {"fay", "gus"}, list(reversed({"p": 1, "q": 2})))
for action in [lambda: {}["k"], lambda: {}.popitem(), lambda: {[]: 1}]:
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
numbers = {1: 1, 2: 2}
try:
    for key in numbers:
        numbers[key + 10] = 0
except RuntimeError as error:
    print(error)
