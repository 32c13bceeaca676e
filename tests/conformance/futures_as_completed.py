import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def job(n):
    time.sleep(n)
    return n


with ThreadPoolExecutor(max_workers=2) as pool:
    futures = {pool.submit(job, n): f"job {n}" for n in (2, 1, 1, 0.5)}
    for future in as_completed(futures):
        print(futures[future], future.result(), time.monotonic())
    pending = [pool.submit(job, n) for n in (1, 5)]
    try:
        for future in as_completed(pending, timeout=2):
            print(future.result(), time.monotonic())
    except TimeoutError as error:
        print(error, time.monotonic())
    for future in as_completed([pending[0], pending[0]]):
        print("again", future.result())
print(time.monotonic())
