# Questions that everybody asks once.
import asyncio
import copy


def append_to(item, items=[]):
    items.append(item)
    return items


print(append_to(1), append_to(2), append_to(3, []))
grid = [[0] * 3] * 2
grid[0][0] = 1
print(grid, [id(row) == id(grid[0]) for row in grid])
a = [1, 2, 3]
b = a
c = a[:]
a += [4]
a = a + [5]
print(a, b, c, a is b)
x = 256
y = 256
print(x is y, "ab" == "a" + "b", [] == [], [] is [], () == (), None is None)
print(0.1 + 0.2 == 0.3, round(0.5), round(1.5), int("7") + 1, "7" * 2, True + 1, "5" + str(5))
for i in range(3):
    pass
print(i, [i for i in range(2)], i)
numbers = [1, 2, 3, 4, 5, 6]
for n in numbers:
    if n % 2 == 0:
        numbers.remove(n)
print(numbers)


class Dog:
    tricks = []

    def __init__(self, name):
        self.name = name

    def add(self, trick):
        self.tricks.append(trick)


d, e = Dog("d"), Dog("e")
d.add("roll")
print(e.tricks, Dog.tricks is d.tricks)
t = ([1], 2)
try:
    t[0] += [5]
except TypeError as error:
    print(error, t)
print([lambda: i for i in range(3)][0](), (lambda *a, **k: (a, k))(1, x=2), list(map(lambda f: f(), [lambda v=v: v for v in "ab"])))
value = 10


def read():
    try:
        print(value)
        value = 1
    except UnboundLocalError as error:
        print(error)


read()
print(bool("False"), bool([0]), not [], 1 == True, "1" == 1, 3 > 2 > 1, (3 > 2) > 1, 5 and 0, 0 or "x", None or [] or "last")
print("a,b".split(","), "a b  c".split(), "a b  c".split(" "), "".split(), "".split(","), " strip ".strip(), "xxhixx".strip("x"), "mississippi".lstrip("mis"))
s = "hello"
try:
    s[0] = "J"
except TypeError as error:
    print(error)
print(s.replace("h", "J"), s.title(), s.upper() or s, sorted(s), "".join(sorted(set(s))), s[10:], s[-3:-1], s * 0 == "")


async def coro():
    return 1


async def main():
    c = coro()
    print(type(c).__name__, await c)
    try:
        await c
    except RuntimeError as error:
        print(error)
    results = await asyncio.gather(*[coro() for _ in range(3)])
    print(results, asyncio.iscoroutinefunction(coro), asyncio.iscoroutine(c))


asyncio.run(main())
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
deep = copy.deepcopy(grid)
deep[0][0] = 99
print(grid, deep, dict(a=1, **{"b-c": 2}), {**{"a": 1}, "a": 2}, [*{1: 2}], {1, 2} == {2, 1})
