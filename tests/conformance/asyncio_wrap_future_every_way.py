import asyncio, concurrent.futures, time

def job(n):
    time.sleep(n)
    return n * 10

def broken():
    time.sleep(0.5)
    raise ZeroDivisionError("job")

async def main():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        one = asyncio.wrap_future(pool.submit(job, 1))
        print(type(one).__name__, one.done(), asyncio.wrap_future(one) is one)
        print(await one, loop.time())
        try:
            await asyncio.wrap_future(pool.submit(broken))
        except ZeroDivisionError as error:
            print(repr(error))
        a, b, c = (pool.submit(job, 1) for _ in range(3))
        last = asyncio.wrap_future(c)
        last.cancel()
        await asyncio.sleep(0)
        print(c.cancelled(), c.cancel(), last.cancelled())
        print(await asyncio.gather(*map(asyncio.wrap_future, (a, b))))
        running = pool.submit(job, 2)
        wrapped = asyncio.wrap_future(running)
        await asyncio.sleep(1)
        wrapped.cancel()
        await asyncio.sleep(0)
        print(running.cancelled(), running.running())
        try:
            await wrapped
        except asyncio.CancelledError:
            print("wrapped is cancelled", loop.time())
    try:
        asyncio.wrap_future(3)
    except AssertionError as error:
        print(error)

asyncio.run(main())
