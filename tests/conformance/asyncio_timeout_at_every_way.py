import asyncio

async def main():
    loop = asyncio.get_running_loop()
    # In the past: the first wait ends it.
    try:
        async with asyncio.timeout_at(loop.time() - 1) as past:
            print("inside", past.expired(), past.when())
            await asyncio.sleep(0)
            print("never")
    except TimeoutError:
        print("past", past.expired(), loop.time())
    # None: never.
    async with asyncio.timeout_at(None) as never:
        await asyncio.sleep(1)
    print("never", never.expired(), never.when(), never)
    # Moved while it waits.
    try:
        async with asyncio.timeout_at(loop.time() + 5) as moved:
            loop.call_later(1, moved.reschedule, loop.time() + 2)
            await asyncio.sleep(10)
    except TimeoutError:
        print("moved", loop.time(), moved.when())
    # Moved to never.
    async with asyncio.timeout_at(loop.time() + 1) as freed:
        freed.reschedule(None)
        await asyncio.sleep(3)
    print("freed", freed.expired(), loop.time())
    # At the very time at which the sleep ends.
    try:
        async with asyncio.timeout(2):
            await asyncio.sleep(2)
            print("slept")
    except TimeoutError:
        print("equal times: timed out")
    # Cancelled from outside meanwhile.
    async def slow():
        async with asyncio.timeout_at(loop.time() + 5):
            await asyncio.sleep(4)
    task = asyncio.create_task(slow())
    await asyncio.sleep(1)
    task.cancel("outside")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args, task.cancelling())
    # Both at the same instant.
    async def both():
        try:
            async with asyncio.timeout(1):
                await asyncio.sleep(4)
        except TimeoutError:
            print("timed out", asyncio.current_task().cancelling())
            raise
    task = asyncio.create_task(both())
    await asyncio.sleep(1)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))
    # Used wrongly.
    try:
        await freed.__aenter__()
    except RuntimeError as error:
        print(error)
    try:
        freed.reschedule(1)
    except RuntimeError as error:
        print(error)
    try:
        asyncio.timeout_at(5).reschedule(1)
    except RuntimeError as error:
        print(error)

asyncio.run(main())
