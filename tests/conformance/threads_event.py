import threading
import time

ready = threading.Event()


def waiter(name, timeout):
    print(name, ready.wait(timeout), time.monotonic())


for name, timeout in [("a", None), ("b", 0.5), ("c", 1), ("d", 2), ("e", 0)]:
    threading.Thread(target=waiter, args=(name, timeout)).start()
time.sleep(1)
ready.set()
print("set", ready.is_set())
time.sleep(0)
ready.clear()
print("cleared", ready.is_set(), ready.wait(1), time.monotonic())
