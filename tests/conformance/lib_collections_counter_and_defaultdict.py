from collections import Counter, defaultdict

words = Counter("the cat the dog the end".split())
print(words, words["the"], words["none"], words.most_common(2), words.total())
words.update(["cat", "cat"])
words.subtract({"the": 5})
print(words, +words, sorted(words.elements()))
print(Counter("aab") + Counter("bc"), Counter("aab") - Counter("ab"), Counter("aab") & Counter("ab"), Counter("aab") | Counter("bb"))
groups = defaultdict(list)
for word in ["ant", "bee", "ape"]:
    groups[word[0]].append(word)
print(groups, dict(groups), groups["z"], len(groups))
counts = defaultdict(lambda: defaultdict(int))
counts["a"]["b"] += 1
print({key: dict(value) for key, value in counts.items()}, counts.get("q"))
