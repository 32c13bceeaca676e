# SystemExit ends the thread, silently; KeyboardInterrupt is told.
import sys
import threading


def leave():
    print("leaving")
    sys.exit(3)


def interrupt():
    raise KeyboardInterrupt


for target in (leave, interrupt):
    thread = threading.Thread(target=target)
    thread.start()
    thread.join()
print("main goes on")
