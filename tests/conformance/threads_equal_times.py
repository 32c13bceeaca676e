# Those that wake at one time go on in the order in which they gave way.
import threading
import time


def work(name, *sleeps):
    for seconds in sleeps:
        time.sleep(seconds)
        print(name, time.monotonic())


plans = {"a": (2, 1), "b": (1, 1, 1), "c": (3,), "d": (1.5, 1.5)}
threads = [threading.Thread(target=work, args=(name, *sleeps)) for name, sleeps in plans.items()]
for thread in threads:
    thread.start()
time.sleep(3)
print("main", time.monotonic())
for thread in threads:
    thread.join()
