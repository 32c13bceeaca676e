# exit: 1
# The traceback comes at once, the end when the threads have ended.
import threading
import time


def work():
    time.sleep(2)
    print("the thread ends at", time.monotonic())


threading.Thread(target=work).start()
time.sleep(1)
raise LookupError("main is over")
