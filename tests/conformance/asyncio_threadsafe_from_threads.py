import asyncio, threading, time, concurrent.futures

async def add(a, b, delay=1):
    await asyncio.sleep(delay)
    return a + b

async def fail():
    await asyncio.sleep(1)
    raise LookupError("lost")

def worker(loop, log):
    future = asyncio.run_coroutine_threadsafe(add(1, 2), loop)
    log.append(future.result())
    try:
        asyncio.run_coroutine_threadsafe(fail(), loop).result()
    except LookupError as error:
        log.append(repr(error))
    slow = asyncio.run_coroutine_threadsafe(add(3, 4, 10), loop)
    try:
        slow.result(timeout=1)
    except TimeoutError:
        log.append("too slow")
        log.append(slow.cancel())
    try:
        slow.result()
    except concurrent.futures.CancelledError as error:
        log.append(type(error).__name__)
    try:
        asyncio.run_coroutine_threadsafe(add, loop)
    except TypeError as error:
        log.append(str(error))
    loop.call_soon_threadsafe(log.append, "soon")

async def main():
    loop = asyncio.get_running_loop()
    log = []
    thread = threading.Thread(target=worker, args=(loop, log))
    thread.start()
    while thread.is_alive():
        await asyncio.sleep(0.25)
    await asyncio.sleep(0)
    print(log, loop.time())
    print(len(asyncio.all_tasks()))

asyncio.run(main())
