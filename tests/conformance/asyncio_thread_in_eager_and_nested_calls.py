# Blocking where nobody can be asked to come back: eager tasks, key functions, property getters.
import asyncio
import threading
import time


class Slow:
    @property
    def value(self):
        time.sleep(1)
        return 7

    def __add__(self, other):
        time.sleep(1)
        return other + 1

    def __iter__(self):
        yield from (time.sleep(0.5) or n for n in range(2))


def ticker():
    for _ in range(10):
        time.sleep(1)
        print("tick", time.monotonic())


async def blocks(name):
    time.sleep(1)
    print(name, "has blocked", time.monotonic())
    await asyncio.sleep(0)
    return name


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.Task(blocks(name), loop=loop, eager_start=True) for name in "ab"]
    print("made at", loop.time())
    print(await asyncio.gather(*tasks))
    slow = Slow()
    print(slow.value, loop.time())
    print(slow + 1, loop.time())
    print([*slow], max(slow), loop.time())
    first, second = slow
    print(first, second, loop.time())
    print(await asyncio.to_thread(lambda: sorted((3, 1, 2), key=lambda n: time.sleep(0.25) or n)), loop.time())


threading.Thread(target=ticker).start()
asyncio.run(main())
