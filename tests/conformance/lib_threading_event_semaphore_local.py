import threading
import time

go = threading.Event()
seats = threading.Semaphore(2)
mine = threading.local()


def guest(n):
    mine.number = n
    go.wait()
    with seats:
        print("guest", mine.number, "sits at", time.monotonic())
        time.sleep(1)


threads = [threading.Thread(target=guest, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
time.sleep(1)
print(go.is_set(), go.wait(timeout=0.5))
go.set()
for thread in threads:
    thread.join()
print(hasattr(mine, "number"), time.monotonic())
bounded = threading.BoundedSemaphore(1)
try:
    bounded.release()
except ValueError as error:
    print(error)
