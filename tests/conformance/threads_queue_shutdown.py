import queue

jobs = queue.Queue()
jobs.put(1)
jobs.put(2)
jobs.shutdown()
print(jobs.get(), jobs.is_shutdown)
try:
    jobs.put(3)
except queue.ShutDown as error:
    print(repr(error))
print(jobs.get_nowait())
try:
    jobs.get_nowait()
except queue.ShutDown as error:
    print(repr(error))
other = queue.Queue()
other.put(1)
other.shutdown(immediate=True)
print(other.qsize(), other.unfinished_tasks)
try:
    other.get_nowait()
except queue.ShutDown:
    print("shut down at once")
other.join()
