# exit: 1
# Each holds what the other wants.
import threading
import time

first, second = threading.Lock(), threading.Lock()


def take(name, one, other):
    with one:
        print(name, "has one")
        time.sleep(1)
        with other:
            print(name, "has both")


threads = [threading.Thread(target=take, args=args) for args in [("a", first, second), ("b", second, first)]]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("never")
