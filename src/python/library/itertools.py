from _native import iterator


def _from_iterable(iterables):
    for iterable in iterables:
        yield from iter(iterable)


def _chain(*iterables):
    return _from_iterable(iterables)


_chain.__name__ = 'chain'
chain = iterator(_chain, from_iterable=lambda iterable, /: chain._of(_from_iterable(iter(iterable))))


@iterator
def count(start=0, step=1):
    def numbers(n):
        while True:
            yield n
            n += step
    for value in (start, step):
        if not hasattr(value, '__add__') or isinstance(value, (str, list, tuple)):
            raise TypeError('a number is required')
    return numbers(start)


@iterator
def cycle(iterable, /):
    def around(it):
        saved = []
        for item in it:
            yield item
            saved.append(item)
        while saved:
            yield from saved
    return around(iter(iterable))


@iterator
def repeat(object, times=None):
    def again():
        if times is None:
            while True:
                yield object
        for _ in range(times):
            yield object
    if times is not None:
        times.__index__()
    return again()


_none = object()


@iterator
def accumulate(iterable, func=None, *, initial=None):
    def totals(it):
        total = initial
        if total is None:
            for total in it:
                break
            else:
                return
        yield total
        for item in it:
            total = total + item if func is None else func(total, item)
            yield total
    return totals(iter(iterable))


@iterator
def batched(iterable, n, *, strict=False):
    def batches(it):
        while batch := tuple(islice(it, n)):
            if strict and len(batch) != n:
                raise ValueError('batched(): incomplete batch')
            yield batch
    if n < 1:
        raise ValueError('n must be at least one')
    return batches(iter(iterable))


@iterator
def compress(data, selectors):
    return (item for item, selected in zip(data, selectors) if selected)


@iterator
def dropwhile(predicate, iterable, /):
    def rest(it):
        for item in it:
            if not predicate(item):
                yield item
                break
        yield from it
    return rest(iter(iterable))


@iterator
def takewhile(predicate, iterable, /):
    def first(it):
        for item in it:
            if not predicate(item):
                break
            yield item
    return first(iter(iterable))


@iterator
def filterfalse(function, iterable, /):
    return (item for item in iterable if not (item if function is None else function(item)))


@iterator
def _grouper(group):
    return group


@iterator
def groupby(iterable, key=None):
    def groups(it):
        item = next(it, _none)
        value = _none if item is _none else item if key is None else key(item)

        def group(own):
            nonlocal item, value
            while item is not _none and current is own[0] and value == own[1]:
                yield item
                advance()

        def advance():
            nonlocal item, value
            item = next(it, _none)
            if item is not _none:
                value = item if key is None else key(item)

        while item is not _none:
            current = object()
            mine = value
            yield mine, _grouper(group((current, mine)))
            while item is not _none and value == mine:
                advance()
    return groups(iter(iterable))


def _bound(value, least, name):
    if value is None:
        return least
    try:
        value = value.__index__()
    except AttributeError:
        value = -1
    if value < 0 or name == 'Step' and value < 1:
        raise ValueError('Step for islice() must be a positive integer or None.' if name == 'Step' else
                         f'{name} islice() must be None or an integer: 0 <= x <= sys.maxsize.')
    return value


@iterator
def islice(iterable, *args):
    if not 1 <= len(args) <= 3:
        raise TypeError(f'islice expected at {"least 2" if not args else "most 4"} arguments, got {len(args) + 1}')
    start, stop, step = (None, *args, None)[:3] if len(args) == 1 else (*args, None)[:3]
    stop = _bound(stop, None, 'Stop argument for')
    start, step = _bound(start, 0, 'Indices for'), _bound(step, 1, 'Step')

    def some(it):
        at = start
        for skipped in range(start if stop is None else min(start, stop)):
            for item in it:
                break
            else:
                return
        while stop is None or at < stop:
            for item in it:
                break
            else:
                return
            yield item
            at += step
            for skipped in range(step - 1 if stop is None else min(step - 1, stop - at + step - 1)):
                for item in it:
                    break
                else:
                    return
    return some(iter(iterable))


@iterator
def pairwise(iterable, /):
    def pairs(it):
        for a in it:
            break
        else:
            return
        for b in it:
            yield a, b
            a = b
    return pairs(iter(iterable))


@iterator
def starmap(function, iterable, /):
    return (function(*args) for args in iterable)


@iterator
def zip_longest(*iterables, fillvalue=None):
    def rows(its):
        left = len(its)
        while left:
            row = []
            for i, it in enumerate(its):
                item = fillvalue if it is None else next(it, _none)
                if item is _none:
                    its[i] = None
                    item = fillvalue
                    left -= 1
                row.append(item)
            if left:
                yield tuple(row)
    return rows(list(map(iter, iterables)))


@iterator
def product(*iterables, repeat=1):
    def tuples(pools):
        if not all(pools):
            return
        places = [0] * len(pools)
        while True:
            yield tuple([pool[place] for pool, place in zip(pools, places)])
            for i in reversed(range(len(pools))):
                places[i] += 1
                if places[i] < len(pools[i]):
                    break
                places[i] = 0
            else:
                return
    return tuples(list(map(tuple, iterables)) * repeat)


def _arranged(pool, choices):
    for places in choices:
        yield tuple([pool[i] for i in places])


@iterator
def permutations(iterable, r=None):
    pool = tuple(iterable)
    n = len(pool)
    r = n if r is None else r

    def choices(chosen):
        if len(chosen) == r:
            yield chosen
        else:
            for i in range(n):
                if i not in chosen:
                    yield from choices(chosen + (i,))
    if r < 0:
        raise ValueError('r must be non-negative')
    return _arranged(pool, choices(()) if r <= n else ())


def _choose(iterable, r, gap):
    pool = tuple(iterable)
    n = len(pool)
    if r < 0:
        raise ValueError('r must be non-negative')

    def choices():
        last = [i * gap for i in range(r)]
        if r and (not n or last[-1] >= n):
            return
        while True:
            yield last
            for i in reversed(range(r)):
                if last[i] < n - 1 - (r - 1 - i) * gap:
                    last[i:] = [last[i] + 1 + j * gap for j in range(r - i)]
                    break
            else:
                return
    return _arranged(pool, choices())


@iterator
def combinations(iterable, r):
    return _choose(iterable, r, 1)


@iterator
def combinations_with_replacement(iterable, r):
    return _choose(iterable, r, 0)


@iterator
def _tee(queue, it, queues):
    def items():
        while True:
            if not queue:
                for item in it:
                    break
                else:
                    return
                for other in queues:
                    other.append(item)
            yield queue.popleft()
    return items()


def tee(iterable, n=2, /):
    from _native import deque
    if n < 0:
        raise ValueError('n must be >= 0')
    it = iter(iterable)
    queues = [deque() for _ in range(n)]
    return tuple([_tee(queue, it, queues) for queue in queues])
