# Three workers, a queue with room for two, and join().
import queue
import threading
import time

jobs = queue.Queue(maxsize=2)


def worker(name):
    while True:
        job = jobs.get()
        time.sleep(job)
        print(name, "did", job, "at", time.monotonic())
        jobs.task_done()


for name in "abc":
    threading.Thread(target=worker, args=(name,), daemon=True).start()
for job in (2, 1, 1, 3, 1, 1, 2):
    jobs.put(job)
    print("put", job, "at", time.monotonic())
print(jobs.qsize(), jobs.full(), jobs.unfinished_tasks)
jobs.join()
print("all done at", time.monotonic(), jobs.empty())
try:
    jobs.task_done()
except ValueError as error:
    print(error)
