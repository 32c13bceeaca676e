import heapq as _heapq
import itertools as _itertools
import time as _time
from collections import namedtuple as _namedtuple

Event = _namedtuple('Event', 'time, priority, sequence, action, argument, kwargs', module='sched')


class scheduler:
    def __init__(self, timefunc=_time.monotonic, delayfunc=_time.sleep):
        self._queue = []
        self.timefunc, self.delayfunc = timefunc, delayfunc
        self._numbers = _itertools.count()

    def enterabs(self, time, priority, action, argument=(), kwargs={}):
        event = Event(time, priority, next(self._numbers), action, argument, kwargs)
        _heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs={}):
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        self._queue.remove(event)
        _heapq.heapify(self._queue)

    def empty(self):
        return not self._queue

    def run(self, blocking=True):
        while self._queue:
            wait = self._queue[0].time - self.timefunc()
            if wait > 0:
                if not blocking:
                    return wait
                self.delayfunc(wait)
            else:
                event = _heapq.heappop(self._queue)
                event.action(*event.argument, **event.kwargs)
                self.delayfunc(0)

    @property
    def queue(self):
        return sorted(self._queue)
