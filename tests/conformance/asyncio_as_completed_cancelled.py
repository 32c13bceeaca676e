import asyncio


async def job(n):
    try:
        await asyncio.sleep(n)
        return n
    except asyncio.CancelledError:
        print("job", n, "cancelled")
        raise


async def reader(tasks):
    for earliest in asyncio.as_completed(tasks):
        try:
            print("read", await earliest)
        except asyncio.CancelledError:
            print("reader sees a cancellation", asyncio.current_task().cancelling())
            if asyncio.current_task().cancelling():
                raise


async def main():
    tasks = [asyncio.create_task(job(n)) for n in (1, 2, 4)]
    reading = asyncio.create_task(reader(tasks))
    await asyncio.sleep(1.5)
    tasks[1].cancel()
    await asyncio.sleep(1)
    reading.cancel()
    await asyncio.wait([reading])
    print([task.done() for task in tasks])


asyncio.run(main())
