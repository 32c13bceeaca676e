# What threads refuse.
import threading

thread = threading.Thread(target=print, args=("once",))
lock = threading.Lock()
for attempt in (
    lambda: thread.join(),
    lambda: thread.start(),
    lambda: thread.join(),
    lambda: setattr(thread, "daemon", True),
    lambda: threading.current_thread().join(),
    lambda: lock.release(),
    lambda: threading.RLock().release(),
    lambda: threading.Semaphore(-1),
    lambda: threading.BoundedSemaphore(2).release(),
    lambda: threading.Thread(target=print, unknown=1),
):
    try:
        print(attempt())
    except (RuntimeError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
