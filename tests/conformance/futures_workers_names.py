import threading
import time
from concurrent.futures import ThreadPoolExecutor


def job(n):
    name = threading.current_thread().name
    time.sleep(n)
    return f"{n} by {name}"


with ThreadPoolExecutor(3) as pool:
    print(list(pool.map(job, (3, 1, 2, 1, 1))), time.monotonic())
with ThreadPoolExecutor(2) as pool, ThreadPoolExecutor(thread_name_prefix="named") as other:
    print(tuple(pool.map(job, (1, 1))), set(other.map(job, (1,))), time.monotonic())
