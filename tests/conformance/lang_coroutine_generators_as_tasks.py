# Old-fashioned concurrency with generators alone.
from collections import deque


def download(name, parts):
    for part in range(1, parts + 1):
        yield f"{name} {part}/{parts}"
    return f"{name} complete"


def run(*jobs):
    waiting = deque(jobs)
    while waiting:
        job = waiting.popleft()
        try:
            print(next(job))
            waiting.append(job)
        except StopIteration as stop:
            print("*", stop.value)


run(download("a", 2), download("b", 1), download("c", 3))
