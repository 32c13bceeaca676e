import copy
import operator

people = [{"name": "bo", "age": 3}, {"name": "al", "age": 5}]
print(sorted(people, key=operator.itemgetter("name")), max(people, key=operator.itemgetter("age"))["name"])
print(operator.add(1, 2), operator.mul("a", 3), operator.itemgetter(0, 2)("abc"), operator.attrgetter("real")(5), operator.methodcaller("upper")("x"))


class Node:
    def __init__(self, items):
        self.items = items


original = Node([1, [2]])
shallow, deep = copy.copy(original), copy.deepcopy(original)
original.items[1].append(3)
print(shallow.items, deep.items, shallow is original, copy.deepcopy({"a": [1]}))
loop = []
loop.append(loop)
twin = copy.deepcopy(loop)
print(twin[0] is twin, twin is loop)
