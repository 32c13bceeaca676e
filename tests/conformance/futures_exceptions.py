# exit: 1
import time
from concurrent.futures import ThreadPoolExecutor


def divide(a, b):
    time.sleep(1)
    return a / b


def outer(a, b):
    return divide(a, b)


with ThreadPoolExecutor() as pool:
    future = pool.submit(outer, 1, 0)
    try:
        print(future.exception(timeout=0.5))
    except TimeoutError as error:
        print(repr(error), future.running())
    print(repr(future.exception()), future.done())
    try:
        future.result()
    except ZeroDivisionError as error:
        print(error)
    print(pool.submit(outer, b=2, a=1).result())
    print(list(pool.map(divide, (4, 9), (2, 3))))
    print("before")
    for result in pool.map(divide, (1, 1, 1), (1, 0, 1)):
        print(result)
