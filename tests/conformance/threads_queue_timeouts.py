import queue
import threading
import time

box = queue.Queue(1)


def getter(name, timeout):
    try:
        print(name, "got", box.get(timeout=timeout), "at", time.monotonic())
    except queue.Empty as error:
        print(name, repr(error), "at", time.monotonic())


for name, timeout in [("a", 1), ("b", 3), ("c", 2)]:
    threading.Thread(target=getter, args=(name, timeout)).start()
time.sleep(1)
box.put("one")
try:
    box.put("two", timeout=0)
    print("there was room at", time.monotonic())
    box.put("three", timeout=1)
    box.put("four", timeout=1)
except queue.Full as error:
    print(repr(error), "at", time.monotonic())
time.sleep(3)
for attempt in (box.get_nowait, box.get_nowait, lambda: box.put_nowait(1), lambda: box.put(2, block=False)):
    try:
        print(attempt())
    except (queue.Empty, queue.Full) as error:
        print(repr(error))
