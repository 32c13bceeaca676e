import time

print(time.time(), time.perf_counter(), time.monotonic())
start = time.perf_counter()
time.sleep(1.5)
print(time.perf_counter() - start, time.time())
time.sleep(0)
time.sleep(0.25)
print(f"{time.perf_counter() - start:.2f} s", time.monotonic())
try:
    time.sleep(-1)
except ValueError as error:
    print(error)
