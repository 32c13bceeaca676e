import time
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, ThreadPoolExecutor, wait


def job(n):
    time.sleep(abs(n))
    if n < 0:
        raise ValueError(n)
    return n


with ThreadPoolExecutor(4) as pool:
    for return_when in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        futures = [pool.submit(job, n) for n in (3, -2, 1)]
        done, not_done = wait(futures, return_when=return_when)
        print(return_when, len(done), len(not_done), time.monotonic())
        print([future in done for future in futures])
    futures = [pool.submit(job, n) for n in (1, 3)]
    result = wait(futures, timeout=2)
    print(len(result.done), len(result.not_done), time.monotonic())
    print(wait([]))
