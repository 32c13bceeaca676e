# exit: 1
import threading

ready = threading.Event()


def waiter():
    print("waiting for an event that nobody sets")
    ready.wait()


thread = threading.Thread(target=waiter)
thread.start()
thread.join()
