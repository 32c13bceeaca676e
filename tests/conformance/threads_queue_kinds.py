import queue
import threading
import time


def drain(source, count):
    print([source.get() for _ in range(count)], time.monotonic())


for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    source = kind()
    thread = threading.Thread(target=drain, args=(source, 4))
    thread.start()
    for item in ((2, "b"), (1, "c"), (3, "a")):
        source.put(item)
    time.sleep(1)
    source.put((0, "z"))
    thread.join()
    print(source.empty(), source.qsize())
heap = queue.PriorityQueue(maxsize=2)
heap.put(1)
print(heap.full(), heap.maxsize, heap.queue)
try:
    heap.put("two")
    heap.put_nowait("three")
except (TypeError, queue.Full) as error:
    print(type(error).__name__, error)
