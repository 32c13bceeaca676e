class CycleError(ValueError):
    pass


class TopologicalSorter:
    def __init__(self, graph=None):
        self._before, self._after, self._ready = {}, {}, None
        for node, predecessors in (graph or {}).items():
            self.add(node, *predecessors)

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError('Nodes cannot be added after a call to prepare()')
        self._before[node] = self._before.get(node, 0) + len(predecessors)
        self._after.setdefault(node, [])
        for other in predecessors:
            self._before.setdefault(other, 0)
            self._after.setdefault(other, []).append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError('cannot prepare() more than once')
        self._ready = [node for node, count in self._before.items() if not count]
        self._out, self._finished = set(), 0
        if cycle := self._find_cycle():
            raise CycleError('nodes are in a cycle', cycle)

    def _find_cycle(self):
        seen, way, places, walks = set(), [], {}, []
        for node in self._before:
            while True:
                if node in seen:
                    if node in places:
                        return way[places[node]:] + [node]
                else:
                    seen.add(node)
                    walks.append(iter(self._after[node]))
                    places[node] = len(way)
                    way.append(node)
                while way:
                    node = next(walks[-1], self)
                    if node is not self:
                        break
                    walks.pop()
                    del places[way.pop()]
                else:
                    break

    def get_ready(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        ready, self._ready = tuple(self._ready), []
        self._out.update(ready)
        return ready

    def done(self, *nodes):
        for node in nodes:
            if self._ready is None:
                raise ValueError('prepare() must be called first')
            if node not in self._before:
                raise ValueError(f'node {node!r} was not added using add()')
            if node not in self._out:
                raise ValueError(f'node {node!r} was not passed out (still not ready)' if self._before[node] >= 0 else f'node {node!r} was already marked done')
            self._out.remove(node)
            self._before[node] = -1
            self._finished += 1
            for other in self._after[node]:
                self._before[other] -= 1
                if not self._before[other]:
                    self._ready.append(other)

    def is_active(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        return bool(self._ready or self._out)

    __bool__ = is_active

    def static_order(self):
        self.prepare()
        while self.is_active():
            ready = self.get_ready()
            yield from ready
            self.done(*ready)
