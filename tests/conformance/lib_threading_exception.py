import threading
import time


def fails():
    time.sleep(1)
    raise ValueError("in a thread")


thread = threading.Thread(target=fails, name="unlucky")
thread.start()
thread.join()
print("the main thread goes on")
