import asyncio


async def slow(cleanup=0):
    try:
        await asyncio.sleep(10)
        return "finished"
    except asyncio.CancelledError:
        if cleanup:
            await asyncio.sleep(cleanup)
            print("cleaned up for", cleanup)
        raise


async def main():
    loop = asyncio.get_running_loop()
    for attempt in (lambda: asyncio.wait_for(slow(), 1), lambda: asyncio.wait_for(slow(2), 1), lambda: asyncio.wait_for(asyncio.shield(slow()), 1)):
        start = loop.time()
        try:
            print(await attempt())
        except TimeoutError as error:
            print(f"TimeoutError {error!s:.10} after {loop.time() - start}")
    task = asyncio.create_task(slow())
    done, pending = await asyncio.wait({task}, timeout=1)
    print(done, len(pending), task.cancelled())
    task.cancel()
    async with asyncio.timeout(5) as outer:
        try:
            async with asyncio.timeout(1) as inner:
                await slow()
        except TimeoutError:
            print("inner", inner.expired(), outer.expired())
    print(await asyncio.wait_for(asyncio.sleep(0.1, "quick"), None))
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0)
    except TimeoutError:
        print("zero")
    try:
        async with asyncio.timeout(0.5):
            while True:
                await asyncio.sleep(0)
                loop.call_soon(lambda: None)
                await asyncio.sleep(0.1)
    except TimeoutError:
        print("busy loop stopped", loop.time())
    print(asyncio.TimeoutError is TimeoutError, issubclass(TimeoutError, OSError))


asyncio.run(main())
