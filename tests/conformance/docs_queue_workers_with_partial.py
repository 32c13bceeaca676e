import asyncio
import functools
import random
import time


def timed(function=None, *, label=None):
    if function is None:
        return functools.partial(timed, label=label)

    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        started = time.monotonic()
        try:
            return await function(*args, **kwargs)
        finally:
            print(f"{label or function.__name__}: {time.monotonic() - started:.2f} s")
    return wrapper


@timed
async def worker(name, queue, results):
    while not queue.empty():
        n = await queue.get()
        await asyncio.sleep(n)
        results.setdefault(name, []).append(n)
        queue.task_done()


@timed(label="everything")
async def main():
    rng = random.Random(3)
    queue = asyncio.Queue()
    for _ in range(8):
        queue.put_nowait(round(rng.uniform(0.05, 1.0), 2))
    results = {}
    loop = asyncio.get_running_loop()
    loop.call_later(0.5, functools.partial(print, "half a second,", end=" still working\n"))
    handle = loop.call_later(9, print, "never")
    await asyncio.gather(*(worker(f"worker-{i}", queue, results) for i in range(3)))
    handle.cancel()
    task = asyncio.create_task(asyncio.sleep(0.1, "value"))
    task.add_done_callback(functools.partial(lambda prefix, t: print(prefix, t.result()), "callback:"))
    await task
    print({name: sum(values) for name, values in sorted(results.items())})


asyncio.run(main())
