# exit: 4
import sys
import threading
import time


def work():
    time.sleep(1)
    print("the thread ends")


threading.Thread(target=work).start()
sys.exit(4)
