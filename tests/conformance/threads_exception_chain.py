# What a thread does not catch is told on stderr; the others go on.
import threading
import time


def inner():
    try:
        {}["missing"]
    except KeyError as error:
        raise ValueError("from a missing key") from error


def fails():
    time.sleep(1)
    inner()


def fine():
    time.sleep(2)
    print("fine", time.monotonic())


for target in (fails, fine):
    threading.Thread(target=target).start()
print("main ends")
