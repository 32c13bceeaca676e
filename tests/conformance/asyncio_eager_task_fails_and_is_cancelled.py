import asyncio


async def fails():
    raise ValueError("at once")


async def waits():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("cancelled")
        raise


async def main():
    loop = asyncio.get_running_loop()
    failed = asyncio.Task(fails(), loop=loop, eager_start=True, name="failed")
    print(failed.done(), repr(failed.exception()))
    waiting = asyncio.Task(waits(), loop=loop, eager_start=True, name="waiting")
    print(waiting.done(), waiting.cancel())
    await asyncio.wait([waiting])
    print(waiting.cancelled())


asyncio.run(main())
