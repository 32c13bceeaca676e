# time.sleep(0) gives way to the others, once.
import threading
import time


def count(name):
    for n in range(3):
        print(name, n)
        time.sleep(0)


threads = [threading.Thread(target=count, args=(name,)) for name in "ab"]
for thread in threads:
    thread.start()
count("main")
for thread in threads:
    thread.join(0)
    print(thread.is_alive())
try:
    time.sleep(-1)
except ValueError as error:
    print(error)
