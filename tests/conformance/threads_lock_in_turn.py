# A lock goes to who has waited longest; some give up.
import threading
import time

lock = threading.Lock()


def visitor(name, patience):
    if not lock.acquire(timeout=patience):
        print(name, "gave up at", time.monotonic())
        return
    print(name, "in at", time.monotonic())
    time.sleep(1)
    lock.release()
    print(name, "out at", time.monotonic())


for name, patience in [("a", 2), ("b", 5), ("c", 1), ("d", 2), ("e", -1)]:
    threading.Thread(target=visitor, args=(name, patience)).start()
print(lock.acquire(blocking=False), lock.acquire(timeout=0), lock.locked())
time.sleep(1.5)
lock.release()
time.sleep(10)
with lock as taken:
    print(taken, lock.locked())
