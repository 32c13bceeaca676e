import threading
import time


class Counter(threading.local):
    step = 10

    def __init__(self, start):
        self.value = start
        print("a counter for", threading.current_thread().name)

    def next(self):
        self.value += self.step
        return self.value


counter = Counter(100)
plain = threading.local()
plain.name = "main"


def work(name):
    print(hasattr(plain, "name"), plain.__dict__)
    plain.name = name
    time.sleep(1)
    print(plain.name, counter.next(), counter.next())
    del plain.name
    print(hasattr(plain, "name"))


threads = [threading.Thread(target=work, args=(name,), name=name) for name in "ab"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(plain.name, counter.next(), plain.__dict__)
try:
    plain.other
except AttributeError as error:
    print(error)
