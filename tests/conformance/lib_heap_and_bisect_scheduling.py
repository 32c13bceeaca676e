import bisect
import heapq
import itertools


class PriorityQueue:
    """The recipe with removable entries."""
    REMOVED = "<removed>"

    def __init__(self):
        self.heap, self.finder, self.counter = [], {}, itertools.count()

    def add(self, task, priority=0):
        if task in self.finder:
            self.remove(task)
        entry = [priority, next(self.counter), task]
        self.finder[task] = entry
        heapq.heappush(self.heap, entry)

    def remove(self, task):
        self.finder.pop(task)[-1] = self.REMOVED

    def pop(self):
        while self.heap:
            priority, count, task = heapq.heappop(self.heap)
            if task is not self.REMOVED:
                del self.finder[task]
                return task
        raise KeyError("pop from an empty priority queue")


queue = PriorityQueue()
for task, priority in [("write", 5), ("plan", 1), ("test", 3), ("ship", 9), ("write", 2)]:
    queue.add(task, priority)
queue.remove("test")
print([queue.pop() for _ in range(3)])
try:
    queue.pop()
except KeyError as error:
    print(error)

numbers = [9, 4, 7, 1, 8, 2, 6, 3, 5]
heap = numbers[:]
heapq.heapify(heap)
print(heap, [heapq.heappop(heap) for _ in range(len(heap))])
print(heapq.nlargest(3, numbers), heapq.nsmallest(2, numbers), heapq.nlargest(2, ["aa", "b", "cccc"], key=len), heapq.nsmallest(0, numbers))
print(list(heapq.merge([1, 5, 9], [2, 6], [3, 4])), list(heapq.merge(["c", "a"], ["b"], reverse=True)), list(heapq.merge(["a", "CC"], ["bbb"], key=len)))
heap = [3, 5, 8]
print(heapq.heapreplace(heap, 1), heap, heapq.heappushpop(heap, 0), heapq.heappushpop(heap, 4), heap)
for broken in (lambda: heapq.heappop([]), lambda: heapq.heappush((1,), 2), lambda: heapq.heappush([1], "a")):
    try:
        broken()
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)


def dijkstra(graph, start):
    distance, heap = {start: 0}, [(0, start)]
    while heap:
        d, node = heapq.heappop(heap)
        if d > distance[node]:
            continue
        for other, weight in graph[node].items():
            if d + weight < distance.get(other, float("inf")):
                distance[other] = d + weight
                heapq.heappush(heap, (d + weight, other))
    return distance


print(dijkstra({"a": {"b": 7, "c": 3}, "b": {"d": 2}, "c": {"b": 1, "d": 8}, "d": {}}, "a"))


def grade(score, breakpoints=[60, 70, 80, 90], grades="FDCBA"):
    return grades[bisect.bisect(breakpoints, score)]


print([grade(s) for s in [33, 99, 77, 70, 89, 90, 100]])
data = [1, 3, 3, 3, 7]
print(bisect.bisect_left(data, 3), bisect.bisect_right(data, 3), bisect.bisect(data, 0), bisect.bisect_left(data, 9), bisect.bisect_left(data, 3, 2, 4))
bisect.insort(data, 5)
bisect.insort_left(data, 3)
print(data, bisect.bisect_left([("a", 1), ("b", 5)], 4, key=lambda r: r[1]))
records = [(1, "x"), (4, "y")]
bisect.insort(records, (2, "z"), key=lambda r: r[0])
print(records)
