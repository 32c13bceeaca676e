# What people hand to threads: bound methods, partials, asyncio.run, time.sleep itself.
import asyncio
import functools
import threading
import time


class Meter:
    def __init__(self):
        self.total = 0

    def add(self, amount, *, times=1):
        time.sleep(0.5)
        self.total += amount * times
        return self.total

    def __call__(self, amount):
        return self.add(amount)


async def other():
    await asyncio.sleep(1)
    print("other loop", threading.current_thread().name, time.monotonic())
    return "other"


async def main():
    loop, meter = asyncio.get_running_loop(), Meter()
    print(await loop.run_in_executor(None, time.sleep, 1), loop.time())
    print(await asyncio.to_thread(meter.add, 2, times=3), await asyncio.to_thread(meter, 1), loop.time())
    print(await loop.run_in_executor(None, functools.partial(meter.add, 1, times=10)), loop.time())
    print(await asyncio.to_thread(asyncio.run, other()), loop.time())
    done = asyncio.Event()
    threading.Timer(1, loop.call_soon_threadsafe, [done.set]).start()
    await done.wait()
    print("done at", loop.time())
    thread = threading.Thread(target=asyncio.run, args=(other(),))
    thread.start()
    await asyncio.to_thread(thread.join)
    print(thread.name, thread.is_alive(), loop.time())


asyncio.run(main())
loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever, name="forever")
thread.start()
future = asyncio.run_coroutine_threadsafe(other(), loop)
try:
    future.result(timeout=0.5)
except TimeoutError:
    print("not yet", time.monotonic())
print(future.result(), time.monotonic())
loop.call_soon_threadsafe(loop.stop)
thread.join()
loop.close()
print(loop.is_closed(), time.monotonic())
