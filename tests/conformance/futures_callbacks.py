import threading
import time
from concurrent.futures import ThreadPoolExecutor


def job(n):
    time.sleep(n)
    return n


def say(future):
    print("callback", future.result(), threading.current_thread().name, time.monotonic())


def fail(future):
    raise ValueError("in a callback")


with ThreadPoolExecutor(2, thread_name_prefix="crew") as pool:
    future = pool.submit(job, 1)
    future.add_done_callback(say)
    future.add_done_callback(lambda future: print("second", future.done()))
    other = pool.submit(job, 2)
    other.add_done_callback(lambda future: pool.submit(job, 0.5).add_done_callback(say))
    time.sleep(1.5)
    future.add_done_callback(say)
    print("before the end of the pool")
    time.sleep(3)
