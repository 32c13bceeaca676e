# exit: 1
# A job waits for a job that has no worker left.
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(max_workers=1)


def inner():
    return 1


def outer():
    print("waiting for the inner job")
    return pool.submit(inner).result()


print(pool.submit(outer).result())
