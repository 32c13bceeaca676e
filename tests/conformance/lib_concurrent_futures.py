import time
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, as_completed, wait


def job(n):
    time.sleep(n)
    if n == 3:
        raise ValueError("three")
    return n * 10


with ThreadPoolExecutor(max_workers=3) as pool:
    futures = {pool.submit(job, n): n for n in (3, 1, 2)}
    for future in as_completed(futures):
        try:
            print(futures[future], future.result(), time.monotonic())
        except ValueError as error:
            print(futures[future], "failed", error)
    print(list(pool.map(job, [2, 1])), time.monotonic())
    future = pool.submit(pow, 2, 10)
    future.add_done_callback(lambda f: print("callback", f.result()))
    print(future.result(timeout=5), future.done(), future.exception())
    done, pending = wait([pool.submit(job, n) for n in (1, 2)], return_when=FIRST_COMPLETED)
    print(len(done), len(pending))
    slow = pool.submit(job, 5)
    try:
        slow.result(timeout=1)
    except TimeoutError:
        print("timeout", slow.running(), slow.cancel())
print("pool closed", time.monotonic())
