import asyncio


async def waiter(future):
    try:
        return await asyncio.wait_for(future, 5)
    except asyncio.CancelledError:
        print("cancelled, future", future)
        raise


async def main():
    loop = asyncio.get_running_loop()
    for result_first in (True, False):
        future = loop.create_future()
        task = asyncio.create_task(waiter(future))
        await asyncio.sleep(1)
        if result_first:
            future.set_result("value")
            task.cancel()
        else:
            task.cancel()
            print("future after the cancellation:", future)
        print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
