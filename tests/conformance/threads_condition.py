# notify wakes the first who wait, notify_all the rest; each needs the lock again.
import threading
import time

condition = threading.Condition()
stock = 0


def buyer(name):
    global stock
    with condition:
        print(name, "looks at", time.monotonic())
        condition.wait_for(lambda: stock > 0)
        stock -= 1
        print(name, "buys at", time.monotonic())
        time.sleep(0.5)


threads = [threading.Thread(target=buyer, args=(name,)) for name in "abcd"]
for thread in threads:
    thread.start()
time.sleep(1)
for amount in (1, 3):
    with condition:
        stock += amount
        condition.notify(amount) if amount == 1 else condition.notify_all()
        print("stocked at", time.monotonic())
    time.sleep(1)
for thread in threads:
    thread.join()
print(stock, time.monotonic())
with condition:
    print(condition.wait(0.5), condition.wait_for(lambda: False, timeout=0.5), time.monotonic())
