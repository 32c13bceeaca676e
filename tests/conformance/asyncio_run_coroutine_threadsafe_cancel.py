import asyncio
import concurrent.futures
import threading
import time


async def work(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "cancelled at", time.monotonic())
        raise


async def cancels_itself():
    asyncio.current_task().cancel()
    await asyncio.sleep(0)


def asker(loop):
    future = asyncio.run_coroutine_threadsafe(work("a"), loop)
    time.sleep(1)
    print(future.cancel(), future.cancelled(), future.done())
    try:
        future.result()
    except concurrent.futures.CancelledError as error:
        print(type(error).__module__, repr(error))
    other = asyncio.run_coroutine_threadsafe(cancels_itself(), loop)
    try:
        other.result()
    except concurrent.futures.CancelledError as error:
        print("cancelled itself", repr(error))
    try:
        asyncio.run_coroutine_threadsafe(work, loop)
    except TypeError as error:
        print(error)
    third = asyncio.run_coroutine_threadsafe(asyncio.sleep(1, "slept"), loop)
    third.add_done_callback(lambda future: print("callback", future.result(), threading.current_thread().name))
    print(concurrent.futures.wait([third]).done == {third})


async def main():
    await asyncio.to_thread(asker, asyncio.get_running_loop())
    print(len(asyncio.all_tasks()))


asyncio.run(main())
