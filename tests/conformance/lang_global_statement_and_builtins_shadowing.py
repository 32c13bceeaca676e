counter = 0


def bump():
    global counter, fresh
    counter += 1
    fresh = "made inside"


bump()
bump()
print(counter, fresh)


def shadow(list):
    max = lambda *args: "my max"
    return max(list), list


print(shadow([1, 2]), max([1, 2]))
len = lambda x: "shadowed"
print(len([1]))
del len
print(len([1]), sorted(name for name in globals() if not name.startswith("_")))
