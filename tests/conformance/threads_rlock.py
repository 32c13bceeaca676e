import threading
import time

lock = threading.RLock()


def deep(name, depth):
    with lock:
        print(name, depth, time.monotonic())
        time.sleep(0.5)
        if depth:
            deep(name, depth - 1)


threads = [threading.Thread(target=deep, args=(name, 2)) for name in "ab"]
for thread in threads:
    thread.start()
time.sleep(0.25)
print(lock.acquire(blocking=False), lock.acquire(timeout=0.25))
for thread in threads:
    thread.join()
print(lock.acquire(), lock.acquire(blocking=False), time.monotonic())
