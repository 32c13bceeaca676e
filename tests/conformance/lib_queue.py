import queue
import threading
import time

jobs = queue.Queue(maxsize=2)


def producer():
    for n in range(4):
        jobs.put(n)
        print("put", n, time.monotonic())
    jobs.put(None)


def consumer():
    while True:
        job = jobs.get()
        jobs.task_done()
        if job is None:
            break
        time.sleep(1)
        print("done", job)


threads = [threading.Thread(target=producer), threading.Thread(target=consumer)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
jobs.join()
try:
    jobs.get(timeout=2)
except queue.Empty:
    print("empty at", time.monotonic())
heap, stack = queue.PriorityQueue(), queue.LifoQueue()
for n in (2, 1, 3):
    heap.put(n)
    stack.put(n)
print([heap.get() for _ in range(3)], [stack.get_nowait() for _ in range(3)], heap.empty(), stack.qsize())
full = queue.Queue(1)
full.put(1)
try:
    full.put_nowait(2)
except queue.Full as error:
    print(repr(error))
