import time


class Timer:
    def __enter__(self):
        self.start = time.perf_counter()
        return self

    def __exit__(self, *error):
        self.seconds = time.perf_counter() - self.start
        print("error", error[0] and error[0].__name__)
        return False

    def __call__(self, label):
        return f"{label}: {self.seconds:.2f}"


with Timer() as timer:
    time.sleep(1.25)
print(timer("slept"), callable(timer))
try:
    with Timer():
        raise LookupError
except LookupError:
    print("not swallowed")
