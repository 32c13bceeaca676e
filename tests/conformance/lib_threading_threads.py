import threading
import time


def worker(name, seconds, results):
    print(name, "starts in", threading.current_thread().name)
    time.sleep(seconds)
    results.append(name)


results = []
threads = [threading.Thread(target=worker, args=(name, seconds, results), name=f"T-{name}") for name, seconds in [("a", 2), ("b", 1)]]
for thread in threads:
    thread.start()
print("started", threading.active_count() > 0, threads[0].is_alive(), threading.main_thread().name)
threads[0].join(timeout=0.5)
print("after half a second", threads[0].is_alive(), time.monotonic())
for thread in threads:
    thread.join()
print(results, threads[0].is_alive(), time.monotonic())
timer = threading.Timer(1, print, ["timer fires"])
timer.start()
cancelled = threading.Timer(1, print, ["never"])
cancelled.start()
cancelled.cancel()
timer.join()
