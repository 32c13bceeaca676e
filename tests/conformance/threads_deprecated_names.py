# The old names still work, and are warned about once a line.
import threading
def f():
    t = threading.Thread(target=print)
    t.setDaemon(True)
    print(t.isDaemon(), t.getName(), threading.currentThread().getName())
    t.setName("x")
for _ in range(2): f()
