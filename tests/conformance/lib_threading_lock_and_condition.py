import threading
import time

lock = threading.Lock()
condition = threading.Condition()
items = []


def deposit(name):
    for _ in range(2):
        with lock:
            print(name, "in")
            time.sleep(1)
            print(name, "out")


def consumer():
    with condition:
        while not items:
            condition.wait()
        print("consumed", items.pop(), time.monotonic())


threads = [threading.Thread(target=deposit, args=(name,)) for name in "ab"] + [threading.Thread(target=consumer)]
for thread in threads:
    thread.start()
time.sleep(2.5)
with condition:
    items.append("item")
    condition.notify()
for thread in threads:
    thread.join()
print(lock.locked(), lock.acquire(blocking=False), lock.acquire(timeout=1), time.monotonic())
rlock = threading.RLock()
with rlock, rlock:
    print("an RLock can be taken twice")
