# Waiting in the middle of a built-in function, too, lets the others run.
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def job(n):
    time.sleep(n)
    print("job", n, "ends at", time.monotonic())
    return n


def slow_key(n):
    time.sleep(1)
    return -n


class Resource:
    def __enter__(self):
        time.sleep(1)
        print("entered at", time.monotonic())
        return self

    def __exit__(self, *error):
        time.sleep(1)
        print("left at", time.monotonic())


def ticker():
    for _ in range(12):
        time.sleep(1)
        print("tick", time.monotonic())


threading.Thread(target=ticker).start()
with ThreadPoolExecutor() as pool:
    futures = [pool.submit(job, n) for n in (3, 1, 2)]
    print(sum(future.result() for future in futures), time.monotonic())
    print(max(pool.map(job, (1, 2))), time.monotonic())
    print(sorted([1, 3, 2], key=slow_key), time.monotonic())
    print(*pool.map(job, (1,)), {n: r for n, r in zip("ab", pool.map(job, (0, 1)))}, time.monotonic())
with Resource():
    print("inside")
