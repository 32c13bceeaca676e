items = [3, 1, 2]
items.append(5)
items.extend([4, 1])
items.insert(1, 9)
print(items, items.index(1), items.count(1), items.pop(), items.pop(0), items)
items.remove(9)
items.sort()
print(items, sorted(items, reverse=True), items[::-1], list(reversed(items)))
items.reverse()
copy = items.copy()
items.clear()
print(items, copy, [0] * 3, [1, 2] + [3], [1, 2] < [1, 3], [1] == [1.0], 2 in copy)
words = ["pear", "fig", "Apple", "date"]
words.sort(key=str.lower)
print(words, sorted(words, key=len), sorted(words, key=lambda w: (len(w), w), reverse=True))
nested = [[0] * 2] * 2
nested[0][0] = 1
print(nested)
loop = [1]
loop.append(loop)
print(loop)
for action in [lambda: [].pop(), lambda: [1].remove(2), lambda: [1][5], lambda: [1].index(7), lambda: sorted([1, "a"])]:
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
