__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def _down(heap, start, pos):
    item = heap[pos]
    while pos > start:
        parent = heap[(pos - 1) >> 1]
        if not item < parent:
            break
        heap[pos] = parent
        pos = (pos - 1) >> 1
    heap[pos] = item


def _up(heap, pos):
    end = len(heap)
    start = pos
    item = heap[pos]
    child = 2 * pos + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    heap[pos] = item
    _down(heap, start, pos)


def _check(heap, name):
    if not isinstance(heap, list):
        raise TypeError(f'{name}() argument 1 must be list, not {type(heap).__name__}')


def heappush(heap, item, /):
    _check(heap, 'heappush')
    heap.append(item)
    _down(heap, 0, len(heap) - 1)


def heappop(heap, /):
    _check(heap, 'heappop')
    last = heap.pop() if heap else _empty()
    if heap:
        last, heap[0] = heap[0], last
        _up(heap, 0)
    return last


def _empty():
    raise IndexError('index out of range')


def heapreplace(heap, item, /):
    _check(heap, 'heapreplace')
    first = heap[0] if heap else _empty()
    heap[0] = item
    _up(heap, 0)
    return first


def heappushpop(heap, item, /):
    _check(heap, 'heappushpop')
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _up(heap, 0)
    return item


def heapify(heap, /):
    _check(heap, 'heapify')
    for i in reversed(range(len(heap) // 2)):
        _up(heap, i)


def merge(*iterables, key=None, reverse=False):
    sources = []
    for order, it in enumerate(map(iter, iterables)):
        for value in it:
            sources.append([value if key is None else key(value), order, value, it])
            break
    while sources:
        best = sources[0]
        for one in sources[1:]:
            if (best[0] < one[0]) if reverse else (one[0] < best[0]):
                best = one
        yield best[2]
        for value in best[3]:
            best[2] = value
            best[0] = value if key is None else key(value)
            break
        else:
            sources.remove(best)


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]
