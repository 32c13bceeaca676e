from dataclasses import dataclass
from operator import attrgetter, itemgetter


@dataclass(order=True)
class Task:
    due: int
    name: str


tasks = [Task(3, "c"), Task(1, "b"), Task(3, "a")]
print(sorted(tasks), sorted(tasks, key=attrgetter("name")), min(tasks), max(tasks, key=lambda t: t.due))
rows = [("x", 2), ("y", 1), ("z", 2)]
print(sorted(rows, key=itemgetter(1), reverse=True), sorted(rows, key=lambda r: (-r[1], r[0])))
mixed = ["10", "9", "b", "B", "a1"]
print(sorted(mixed), sorted(mixed, key=str.casefold), sorted(mixed, key=lambda s: (not s.isdigit(), int(s) if s.isdigit() else 0, s)))
rows.sort()
rows.sort(key=itemgetter(1))
print(rows)
