import threading
import time

seats = threading.Semaphore(0)


def guest(name):
    with seats:
        print(name, "sits at", time.monotonic())
        time.sleep(1)
    print(name, "leaves at", time.monotonic())


threads = [threading.Thread(target=guest, args=(name,)) for name in "abcde"]
for thread in threads:
    thread.start()
print(seats.acquire(blocking=False), seats.acquire(timeout=1), time.monotonic())
seats.release(2)
for thread in threads:
    thread.join()
print(seats.acquire(), seats.acquire(), seats.acquire(blocking=False), time.monotonic())
