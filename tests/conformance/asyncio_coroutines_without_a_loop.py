# A round-robin of coroutines in twenty lines: the idea of an event loop.
from collections import deque
import types


@types.coroutine
def switch():
    yield


async def count(name, n):
    for i in range(n):
        print(name, i)
        await switch()
    return name


ready = deque([count("a", 2), count("b", 3), count("c", 1)])
while ready:
    coro = ready.popleft()
    try:
        coro.send(None)
    except StopIteration as stop:
        print("finished", stop.value)
    else:
        ready.append(coro)
