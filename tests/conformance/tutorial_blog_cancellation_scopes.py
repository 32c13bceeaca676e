import asyncio


async def resource(name, seconds):
    print("open", name)
    try:
        await asyncio.sleep(seconds)
        print("finished", name)
    except asyncio.CancelledError as error:
        print("cancelled", name, error.args)
        raise
    finally:
        await asyncio.sleep(0.1)
        print("closed", name)


async def stubborn():
    for attempt in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("ignoring cancel", attempt + 1)
            if attempt == 1:
                asyncio.current_task().uncancel()
                return "stopped politely"


async def main():
    task = asyncio.create_task(resource("db", 5))
    await asyncio.sleep(1)
    print(task.cancel("shutdown"), task.cancelling(), task.done())
    try:
        await task
    except asyncio.CancelledError as error:
        print("main saw", repr(error))
    print(task.cancelled(), task.cancel())
    hard = asyncio.create_task(stubborn())
    for _ in range(2):
        await asyncio.sleep(0.5)
        hard.cancel()
    print(await hard, hard.cancelling())
    early = asyncio.create_task(resource("never", 1))
    early.cancel()
    print(await asyncio.gather(early, return_exceptions=True))
    protected = asyncio.create_task(resource("shielded", 0.4))
    outer = asyncio.ensure_future(asyncio.shield(protected))
    await asyncio.sleep(0.1)
    outer.cancel()
    await asyncio.sleep(1)
    print(outer.cancelled(), protected.done(), protected.cancelled())


asyncio.run(main())
