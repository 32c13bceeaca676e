# The program does not wait for daemons.
import threading
import time


def tick(name, count):
    for n in range(count):
        print(name, n, time.monotonic())
        time.sleep(1)


threading.Thread(target=tick, args=("daemon", 100), daemon=True).start()
threading.Thread(target=tick, args=("worker", 3)).start()
time.sleep(0.5)
print("main ends")
