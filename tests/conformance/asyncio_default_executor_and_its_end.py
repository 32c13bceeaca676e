import asyncio, time
from concurrent.futures import ThreadPoolExecutor, ProcessPoolExecutor

def work(n):
    time.sleep(n)
    return n

async def main():
    loop = asyncio.get_running_loop()
    try:
        loop.set_default_executor(object())
    except TypeError as error:
        print(error)
    loop.set_default_executor(ThreadPoolExecutor(1, thread_name_prefix="mine"))
    print(await asyncio.gather(loop.run_in_executor(None, work, 1), asyncio.to_thread(work, 2)), loop.time())
    waiting = loop.run_in_executor(None, work, 5)
    queued = loop.run_in_executor(None, work, 6)
    await asyncio.sleep(1)
    print(queued.cancel(), waiting.done())
    await loop.shutdown_default_executor()
    print(loop.time(), waiting.done(), queued.cancelled())
    try:
        await loop.run_in_executor(None, work, 1)
    except RuntimeError as error:
        print(error)
    async def numbers():
        try:
            yield 1
            yield 2
        finally:
            print("closed")
    iterator = numbers()
    print(await anext(iterator))
    await loop.shutdown_asyncgens()
    print("shut down")

asyncio.run(main())
