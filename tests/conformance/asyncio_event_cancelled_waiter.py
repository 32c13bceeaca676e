import asyncio


async def waiter(name, event):
    try:
        await event.wait()
        print(name, "woke")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(name, event), name=name) for name in "abc"]
    await asyncio.sleep(1)
    tasks[1].cancel()
    await asyncio.sleep(0)
    event.set()
    tasks[2].cancel()
    await asyncio.wait(tasks)
    print([task.cancelled() for task in tasks])


asyncio.run(main())
