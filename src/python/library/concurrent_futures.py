"""Futures that threads wait for, and pools of threads that set them."""
import sys
from _thread import describe_failure, wait_until
from threading import Thread

__all__ = [
    "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError", "InvalidStateError",
    "BrokenExecutor", "Future", "Executor", "wait", "as_completed", "ProcessPoolExecutor", "ThreadPoolExecutor",
]
FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"
TimeoutError = TimeoutError
_WORKERS = 8
_name, __name__ = __name__, "concurrent.futures._base"


class Error(Exception):
    pass


class CancelledError(Error):
    pass


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


class Future:
    def __init__(self):
        self._state, self._result, self._exception, self._callbacks = "pending", None, None, []

    def __repr__(self):
        outcome = ""
        if self._exception:
            outcome = f" raised {type(self._exception).__name__}"
        elif self._state == "finished":
            outcome = f" returned {type(self._result).__name__}"
        state = "cancelled" if self.cancelled() else self._state
        return f"<{type(self).__name__} at {id(self):#x} state={state}{outcome}>"

    def cancel(self):
        if self._state in ("running", "finished"):
            return False
        if not self.cancelled():
            self._state = "cancelled"
            self._call_back()
        return True

    def cancelled(self):
        return self._state in ("cancelled", "notified")

    def running(self):
        return self._state == "running"

    def done(self):
        return self._state in ("cancelled", "notified", "finished")

    def _wait(self, timeout):
        wait_until(self.done, timeout, "Future.result")
        if self.cancelled():
            raise CancelledError
        if not self.done():
            raise TimeoutError

    def result(self, timeout=None):
        self._wait(timeout)
        if self._exception:
            try:
                raise self._exception
            finally:
                self = None
        return self._result

    def exception(self, timeout=None):
        self._wait(timeout)
        return self._exception

    def add_done_callback(self, fn):
        if self.done():
            self._call(fn)
        else:
            self._callbacks.append(fn)

    def _call_back(self):
        for fn in self._callbacks:
            self._call(fn)

    def _call(self, fn):
        try:
            fn(self)
        except Exception as error:
            sys.stderr.write(f"exception calling callback for {self!r}\n{describe_failure(error)}")

    def set_running_or_notify_cancel(self):
        if self._state == "cancelled":
            self._state = "notified"
            return False
        if self._state != "pending":
            sys.stderr.write(f"Future {id(self)} in unexpected state: {self._state.upper()}\n")
            raise RuntimeError("Future in unexpected state")
        self._state = "running"
        return True

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)

    def _finish(self, result, exception):
        if self.done():
            state = "CANCELLED_AND_NOTIFIED" if self._state == "notified" else self._state.upper()
            raise InvalidStateError(f"{state}: {self!r}")
        self._state, self._result, self._exception = "finished", result, exception
        self._call_back()


class DoneAndNotDoneFutures(tuple):
    def __new__(cls, done, not_done):
        return tuple.__new__(cls, (done, not_done))

    def __repr__(self):
        return f"DoneAndNotDoneFutures(done={self.done!r}, not_done={self.not_done!r})"

    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = dict.fromkeys(fs)

    def is_enough():
        done = [future for future in fs if future.done()]
        if return_when == FIRST_COMPLETED and done:
            return True
        if return_when == FIRST_EXCEPTION and any(not f.cancelled() and f._exception for f in done):
            return True
        return len(done) == len(fs)

    wait_until(is_enough, timeout, "wait")
    done = set(future for future in fs if future.done())
    return DoneAndNotDoneFutures(done, set(future for future in fs if future not in done))


def as_completed(fs, timeout=None):
    from time import monotonic

    fs = dict.fromkeys(fs)
    order = []
    for future in fs:
        future.add_done_callback(order.append)
    end = None if timeout is None else monotonic() + timeout
    for _ in range(len(fs)):
        if not wait_until(lambda: order, None if end is None else end - monotonic(), "as_completed"):
            raise TimeoutError("%d (of %d) futures unfinished" % (sum(not f.done() for f in fs), len(fs)))
        yield order.pop(0)


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        from time import monotonic

        end = None if timeout is None else timeout + monotonic()
        waiting = [self.submit(fn, *args) for args in zip(*iterables)]

        def result_iterator():
            for future in waiting:
                yield future.result(None if end is None else end - monotonic())

        return result_iterator()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


__name__ = "concurrent.futures.thread"


class BrokenThreadPool(BrokenExecutor):
    pass


class ThreadPoolExecutor(Executor):
    """Each job has a thread of its own, and as many run at a time as there are workers: those lend their names."""

    _pools = 0

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        self._max_workers = _WORKERS if max_workers is None else max_workers
        if self._max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if not thread_name_prefix:
            thread_name_prefix = f"ThreadPoolExecutor-{ThreadPoolExecutor._pools}"
            ThreadPoolExecutor._pools += 1
        self._thread_name_prefix = thread_name_prefix
        self._initializer, self._initargs = initializer, initargs
        self._free, self._workers, self._waiting, self._ready = list(range(self._max_workers)), {}, [], []
        self._shutdown, self._broken = False, None

    def submit(self, fn, /, *args, **kwargs):
        if self._broken:
            raise BrokenThreadPool(self._broken)
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        future = Future()
        self._waiting.append((future, fn, args, kwargs))
        self._fill()
        return future

    def _fill(self):
        while self._waiting and self._free:
            worker = self._free.pop(0)
            name = f"{self._thread_name_prefix}_{worker}"
            thread = Thread(target=self._work, name=name, args=(worker, *self._waiting.pop(0)), daemon=True)
            if before := self._workers.get(worker):
                thread._locals, thread._ident = before._locals, before._ident
            fn = thread._args[2]
            thread._label = getattr(fn, "__qualname__", type(fn).__name__)
            self._workers[worker] = thread
            thread.start()

    def _work(self, worker, future, fn, args, kwargs):
        result = failure = None
        is_wanted = future.set_running_or_notify_cancel()
        if is_wanted:
            try:
                self._initialize(worker)
                result = fn(*args, **kwargs)
            except BaseException as error:
                failure = error
        self._free.append(worker)
        self._free.sort()
        self._fill()
        if is_wanted:
            future._finish(result, failure)

    def _initialize(self, worker):
        if self._initializer is None or worker in self._ready:
            return
        self._ready.append(worker)
        try:
            self._initializer(*self._initargs)
        except BaseException as error:
            self._broken = "A thread initializer failed, the thread pool is not usable anymore"
            sys.stderr.write(f"Exception in initializer:\n{describe_failure(error)}")
        if self._broken:
            raise BrokenThreadPool(self._broken)

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        if cancel_futures:
            waiting, self._waiting = self._waiting, []
            for future, *_ in waiting:
                future.cancel()
        if wait:
            wait_until(lambda: len(self._free) == self._max_workers and not self._waiting, None, "shutdown")


__name__ = "concurrent.futures.process"


class ProcessPoolExecutor(ThreadPoolExecutor):
    """A page has no processes: threads stand in for them."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        super().__init__(max_workers, "", initializer, initargs)


__name__ = _name
