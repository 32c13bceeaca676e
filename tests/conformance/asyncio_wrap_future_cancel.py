import asyncio
import concurrent.futures
import time


def job(n):
    time.sleep(n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        running, queued = pool.submit(job, 2), pool.submit(job, 1)
        wrapped = [asyncio.wrap_future(future) for future in (running, queued)]
        for future in wrapped:
            future.add_done_callback(lambda future: print("done", future.cancelled(), loop.time()))
        await asyncio.sleep(1)
        for future in wrapped:
            print(future.cancel())
        await asyncio.sleep(0)
        print(running.cancelled(), queued.cancelled(), running.done(), queued.done())
        print(await asyncio.wrap_future(running), loop.time())
    source = concurrent.futures.Future()
    target = asyncio.wrap_future(source, loop=loop)
    source.cancel()
    try:
        await target
    except asyncio.CancelledError:
        print("cancelled by its source")
    try:
        asyncio.wrap_future(1)
    except AssertionError as error:
        print(error)


asyncio.run(main())
