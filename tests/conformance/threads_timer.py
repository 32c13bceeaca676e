import threading
import time


def ring(*words, **more):
    print(*words, more, threading.current_thread().name, time.monotonic())


late = threading.Timer(3, ring, args=["late"])
early = threading.Timer(1, ring, args=["early"], kwargs={"loud": True})
late.start()
early.start()
never = threading.Timer(2, ring, ["never"])
never.start()
time.sleep(1.5)
never.cancel()
print(late.is_alive(), early.is_alive(), late.interval)
for timer in (late, early, never):
    timer.join()
print(time.monotonic())
