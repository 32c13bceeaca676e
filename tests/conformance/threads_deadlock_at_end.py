# exit: 1
# The main thread is over, and a thread waits for ever.
import queue
import threading


def consumer():
    print("got", queue.Queue().get())


threading.Thread(target=consumer).start()
print("main ends")
