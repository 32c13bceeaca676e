from collections import ChainMap, OrderedDict, deque

d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(0)
print(d, d.popleft(), d.pop(), len(d), d[0], d.maxlen, 3 in d)
d.rotate(1)
d.extend("ab")
d.extendleft("z")
print(d, list(reversed(d)), deque("ab") == deque(["a", "b"]), deque())
try:
    deque().pop()
except IndexError as error:
    print(error)
settings = ChainMap({"a": 1}, {"a": 2, "b": 3})
settings["c"] = 4
print(settings["a"], settings["b"], settings.maps, sorted(settings))
o = OrderedDict(a=1, b=2)
o.move_to_end("a")
print(o, o.popitem(last=False), list(o))
