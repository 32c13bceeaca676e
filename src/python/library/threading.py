"""Threads that take turns; `_thread` has the machine's side. Who waits does so in `wait_until`, nowhere else."""
import sys
from _thread import current, deprecated, describe_failure, set_current, start, wait_until

__all__ = [
    "get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX", "Event",
    "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer",
    "ThreadError", "excepthook", "ExceptHookArgs", "get_native_id", "local",
]
TIMEOUT_MAX = 9223372036.0
ThreadError = RuntimeError
_active = {}
_names = 0
_idents = 0


def _new_name(pattern):
    global _names
    _names += 1
    return pattern % _names


class ExceptHookArgs(tuple):
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args, /):
    if args.exc_type is not SystemExit:
        name = args.thread.name if args.thread is not None else get_ident()
        sys.stderr.write(f"Exception in thread {name}:\n{describe_failure(args.exc_value, True)}")


__excepthook__ = excepthook


class Thread:
    _initialized = False
    _started = False
    _over = False
    _ident = None
    _label = None

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if name:
            name = str(name)
        else:
            name = _new_name("Thread-%d")
            if hasattr(target, "__name__"):
                name += f" ({target.__name__})"
        self._target, self._name, self._args, self._kwargs = target, name, args, kwargs or {}
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._locals = {}
        self._initialized = True

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        status = "stopped" if self._over else "started" if self._started else "initial"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += f" {self._ident}"
        return f"<{type(self).__name__}({self._name}, {status})>"

    def start(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started:
            raise RuntimeError("threads can only be started once")
        if self._ident is None:
            self._ident = _new_ident()
        label = self._label or getattr(self._target, "__qualname__", type(self).__name__)
        start(self._bootstrap, self, self._name, label)
        self._started = True
        _active[self] = None

    def _bootstrap(self):
        try:
            self.run()
        except BaseException as error:
            excepthook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
        finally:
            self._over = True
            del _active[self]

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            self._target = self._args = self._kwargs = None

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._started:
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        wait_until(lambda: self._over, timeout, f"join {self._name}")

    def is_alive(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._started and not self._over

    @property
    def name(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"
        self._name = str(name)

    @property
    def ident(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._ident

    native_id = ident

    @property
    def daemon(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._started:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        deprecated("isDaemon() is deprecated, get the daemon attribute instead")
        return self.daemon

    def setDaemon(self, daemonic):
        deprecated("setDaemon() is deprecated, set the daemon attribute instead")
        self.daemon = daemonic

    def getName(self):
        deprecated("getName() is deprecated, get the name attribute instead")
        return self.name

    def setName(self, name):
        deprecated("setName() is deprecated, set the name attribute instead")
        self.name = name


def _new_ident():
    global _idents
    _idents += 1
    return _idents


class _MainThread(Thread):
    def __init__(self):
        self._target = self._args = self._kwargs = None
        self._name, self._daemonic, self._locals, self._ident = "MainThread", False, {}, _new_ident()
        self._initialized = self._started = True
        _active[self] = None
        set_current(self)


_main = _MainThread()


def current_thread():
    return current() or _main


def main_thread():
    return _main


def get_ident():
    return current_thread().ident


get_native_id = get_ident


def enumerate():
    return list(_active)


def active_count():
    return len(_active)


def currentThread():
    deprecated("currentThread() is deprecated, use current_thread() instead")
    return current_thread()


def activeCount():
    deprecated("activeCount() is deprecated, use active_count() instead")
    return active_count()


def _shutdown():
    """The main thread is over: wait for the others, but for those that need not be waited for."""
    while waited_for := next((thread for thread in _active if thread is not _main and not thread._daemonic), None):
        wait_until(lambda: waited_for._over)


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval, self.function, self.args, self.kwargs = interval, function, args or [], kwargs or {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


def _wait_in_turn(waiters, may_pass, timeout, what):
    """First come, first served."""
    me = object()
    waiters.append(me)
    try:
        return wait_until(lambda: waiters[0] is me and may_pass(), timeout, what)
    finally:
        waiters.remove(me)


def _check_timeout(blocking, timeout):
    if not blocking and timeout != -1:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if timeout < 0 and timeout != -1:
        raise ValueError("timeout value must be a non-negative number")
    if timeout > TIMEOUT_MAX:
        raise OverflowError("timeout value is too large")
    return None if timeout == -1 else timeout


class lock:
    __module__ = "_thread"

    def __init__(self):
        self._locked, self._waiters = False, []

    def acquire(self, blocking=True, timeout=-1):
        timeout = _check_timeout(blocking, timeout)
        if self._locked or self._waiters:
            if not blocking or not _wait_in_turn(self._waiters, lambda: not self._locked, timeout, "Lock.acquire"):
                return False
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("release unlocked lock")
        self._locked = False

    def locked(self):
        return self._locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()

    def __repr__(self):
        return f"<{'locked' if self._locked else 'unlocked'} _thread.lock object at {id(self):#x}>"


class RLock:
    __module__ = "_thread"

    def __init__(self):
        self._lock, self._owner, self._depth = lock(), None, 0

    def acquire(self, blocking=True, timeout=-1):
        me = current_thread()
        if self._owner is not me:
            if not self._lock.acquire(blocking, timeout):
                return False
            self._owner = me
        self._depth += 1
        return True

    __enter__ = acquire

    def release(self):
        if not self._is_owned():
            raise RuntimeError("cannot release un-acquired lock")
        self._depth -= 1
        if not self._depth:
            self._owner = None
            self._lock.release()

    def __exit__(self, *error):
        self.release()

    def _is_owned(self):
        return self._owner is current_thread()

    def __repr__(self):
        state = "locked" if self._depth else "unlocked"
        owner = self._owner.ident if self._depth else 0
        return f"<{state} _thread.RLock object owner={owner} count={self._depth} at {id(self):#x}>"


Lock = lock


class Condition:
    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self._sleepers = {}
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *error):
        return self._lock.__exit__(*error)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._sleepers)})>"

    def _check_owned(self, what):
        lock = self._lock
        if not (lock._is_owned() if hasattr(lock, "_is_owned") else lock.locked()):
            raise RuntimeError(f"cannot {what} un-acquired lock")

    def wait(self, timeout=None):
        self._check_owned("wait on")
        me = _Sleeper()
        self._sleepers[me] = None
        depth = getattr(self._lock, "_depth", 1)
        for _ in range(depth):
            self.release()
        try:
            return wait_until(lambda: me.woken, timeout, "Condition.wait")
        finally:
            self._sleepers.pop(me, None)
            for _ in range(depth):
                self.acquire()

    def wait_for(self, predicate, timeout=None):
        from time import monotonic

        end = None if timeout is None else monotonic() + timeout
        result = predicate()
        while not result and (end is None or monotonic() < end):
            self.wait(None if end is None else end - monotonic())
            result = predicate()
        return result

    def notify(self, n=1):
        self._check_owned("notify on")
        for me in list(self._sleepers)[:n]:
            me.woken = True
            del self._sleepers[me]

    def notify_all(self):
        self.notify(len(self._sleepers))

    def notifyAll(self):
        deprecated("notifyAll() is deprecated, use notify_all() instead")
        self.notify_all()


class _Sleeper:
    woken = False


class Event:
    def __init__(self):
        self._flag, self._sleepers = False, []

    def __repr__(self):
        status = "set" if self._flag else "unset"
        return f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: {status}>"

    def is_set(self):
        return self._flag

    def isSet(self):
        deprecated("isSet() is deprecated, use is_set() instead")
        return self._flag

    def set(self):
        self._flag = True
        for me in self._sleepers:
            me.woken = True
        self._sleepers = []

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        me = _Sleeper()
        self._sleepers.append(me)
        return wait_until(lambda: self._flag or me.woken, timeout, "Event.wait")


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = self._initial_value = value
        self._waiters = []

    def __repr__(self):
        bound = f"/{self._initial_value}" if isinstance(self, BoundedSemaphore) else ""
        return f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: value={self._value}{bound}>"

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if not self._value or self._waiters:
            what = f"{type(self).__name__}.acquire"
            if not blocking or not _wait_in_turn(self._waiters, lambda: self._value > 0, timeout, what):
                return False
        self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        if isinstance(self, BoundedSemaphore) and self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        self._value += n

    def __exit__(self, *error):
        self.release()


class BoundedSemaphore(Semaphore):
    pass


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._cond, self._action, self._timeout = Condition(Lock()), action, timeout
        self._parties, self._count = parties, 0
        self._state = "filling"

    def __repr__(self):
        status = "broken" if self.broken else f"waiters={self.n_waiting}/{self.parties}"
        return f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: {status}>"

    def wait(self, timeout=None):
        timeout = self._timeout if timeout is None else timeout
        with self._cond:
            while self._state in ("draining", "resetting"):
                self._cond.wait()
            self._check()
            place = self._count
            self._count += 1
            try:
                if place + 1 == self._parties:
                    self._open()
                elif not self._cond.wait_for(lambda: self._state != "filling", timeout):
                    self._break()
                    raise BrokenBarrierError
                elif self._state in ("broken", "resetting"):
                    raise BrokenBarrierError
                return place
            finally:
                self._count -= 1
                if self._count == 0 and self._state in ("draining", "resetting"):
                    self._state = "filling"
                    self._cond.notify_all()

    def _check(self):
        if self._state == "broken":
            raise BrokenBarrierError

    def _open(self):
        try:
            if self._action:
                self._action()
            self._state = "draining"
            self._cond.notify_all()
        except:
            self._break()
            raise

    def _break(self):
        self._state = "broken"
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                self._state = "resetting"
            else:
                self._state = "filling"
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    parties = property(lambda self: self._parties)
    n_waiting = property(lambda self: self._count if self._state == "filling" else 0)
    broken = property(lambda self: self._state == "broken")


class local:
    __module__ = "_thread"

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_arguments", (args, kwargs))
        _values_of(self, True)
        return self

    def __getattribute__(self, name):
        values = _values_of(self)
        if name == "__dict__":
            return values
        if name in values:
            return values[name]
        if name == "_arguments" or not hasattr(type(self), name):
            raise AttributeError(f"{_class_of(self)} object has no attribute {name!r}")
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name == "__dict__":
            raise AttributeError(f"{_class_of(self)} object attribute '__dict__' is read-only")
        if isinstance(getattr(type(self), name, None), property):
            object.__setattr__(self, name, value)
        else:
            _values_of(self)[name] = value

    def __delattr__(self, name):
        values = _values_of(self)
        if name not in values:
            raise AttributeError(f"{_class_of(self)} object has no attribute {name!r}")
        del values[name]


local.__name__ = local.__qualname__ = "_local"


def _class_of(self):
    return "'_thread._local'" if type(self) is local else f"'{type(self).__name__}'"


def _values_of(self, is_new=False):
    """The attributes that it has in the thread that runs; there, `__init__` is called once."""
    all_values = current_thread()._locals
    values = all_values.get(id(self))
    if values is None:
        values = all_values[id(self)] = {}
        if not is_new:
            args, kwargs = object.__getattribute__(self, "_arguments")
            type(self).__init__(self, *args, **kwargs)
    return values
