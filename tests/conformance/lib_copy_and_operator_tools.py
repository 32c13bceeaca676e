import copy
import operator
from operator import attrgetter, itemgetter, methodcaller


class Board:
    def __init__(self, rows):
        self.rows = rows
        self.cache = {"hits": 0}

    def __eq__(self, other):
        return self.rows == other.rows


board = Board([[1, 2], [3, 4]])
shallow, deep = copy.copy(board), copy.deepcopy(board)
board.rows[0][0] = 99
print(shallow.rows, deep.rows, shallow.rows is board.rows, deep.cache is board.cache, deep == board)


class Pool:
    def __init__(self, name):
        self.name, self.connections = name, [object()]

    def __copy__(self):
        print("copy", self.name)
        return Pool(self.name + "'")

    def __deepcopy__(self, memo):
        print("deepcopy", self.name, type(memo).__name__)
        new = Pool(self.name + "''")
        memo[id(self)] = new
        return new


pool = Pool("p")
print(copy.copy(pool).name, [p.name for p in copy.deepcopy([pool, pool])])
shared = [1]
twins = copy.deepcopy([shared, shared])
twins[0].append(2)
print(twins, twins[0] is twins[1], copy.copy([shared])[0] is shared)
for value in (5, "s", (1, 2), None, frozenset([1]), print, int):
    assert copy.copy(value) is value
nested = (1, [2])
print(copy.deepcopy(nested), copy.deepcopy(nested) is nested, copy.deepcopy((1, (2, 3))) == (1, (2, 3)), copy.copy({1, 2}), copy.deepcopy({"a": {"b": [1]}}))
ring = {}
ring["self"] = ring
again = copy.deepcopy(ring)
print(again["self"] is again, again is ring)


class Stack(list):
    limit = 3


s = Stack([1, [2]])
s.name = "main"
t = copy.deepcopy(s)
s[1].append(3)
print(t, t.name, type(t).__name__, copy.copy(s)[1] is s[1])
error = copy.copy(ValueError("bad", 1))
print(repr(error), error.args)

people = [{"name": "Cy", "age": 30, "pos": (1, 2)}, {"name": "Al", "age": 25, "pos": (0, 5)}, {"name": "Bo", "age": 30, "pos": (0, 1)}]
print([p["name"] for p in sorted(people, key=itemgetter("age", "name"))], itemgetter(slice(1, 3))("abcd"), itemgetter("pos")(people[0]))


class Person:
    def __init__(self, first, city):
        self.first, self.city = first, city

    def greet(self, word, end="!"):
        return word + " " + self.first + end


class City:
    def __init__(self, name):
        self.name = name


crowd = [Person("Zoe", City("Rome")), Person("Abe", City("Oslo"))]
print([p.first for p in sorted(crowd, key=attrgetter("city.name"))], attrgetter("first", "city.name")(crowd[0]), methodcaller("greet", "hi", end="?")(crowd[1]))
print(itemgetter(1), attrgetter("a.b"), methodcaller("m", 1, k=2), operator.add, operator.not_(0), operator.contains("abc", "b"), operator.truth([]), operator.index(5))
print(operator.iadd([1], [2]), operator.pow(2, 8), operator.floordiv(7, 2), operator.mod(7, 4), operator.neg(3), operator.inv(5), operator.xor(6, 3), operator.concat("a", "b"), operator.countOf([1, 2, 1], 1), operator.indexOf("abc", "c"), operator.is_(None, None), operator.ge(2, 2))
data = {}
operator.setitem(data, "k", 1)
print(data, operator.getitem(data, "k"), operator.delitem(data, "k"), data)
ops = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}


def rpn(text):
    stack = []
    for token in text.split():
        if token in ops:
            b, a = stack.pop(), stack.pop()
            stack.append(ops[token](a, b))
        else:
            stack.append(float(token))
    return stack.pop()


print(rpn("3 4 + 2 *"), rpn("5 1 2 + 4 * + 3 -"))
