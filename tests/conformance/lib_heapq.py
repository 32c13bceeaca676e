import heapq

heap = []
for item in [(3, "write"), (1, "plan"), (2, "code"), (1, "ask")]:
    heapq.heappush(heap, item)
print(heap, heap[0])
print([heapq.heappop(heap) for _ in range(4)])
numbers = [5, 9, 1, 4, 8]
heapq.heapify(numbers)
print(numbers, heapq.heappushpop(numbers, 3), heapq.heapreplace(numbers, 7), numbers)
print(heapq.nlargest(2, [4, 1, 9, 7]), heapq.nsmallest(2, ["bb", "a", "ccc"], key=len), list(heapq.merge([1, 4], [2, 3])))
