import asyncio


async def main():
    queue = asyncio.Queue(1)
    lost = asyncio.create_task(queue.get())
    kept = asyncio.create_task(queue.get())
    await asyncio.sleep(1)
    queue.put_nowait("item")
    lost.cancel()
    print(await kept, await asyncio.gather(lost, return_exceptions=True))

    queue.put_nowait("full")
    one = asyncio.create_task(queue.put("one"))
    two = asyncio.create_task(queue.put("two"))
    await asyncio.sleep(1)
    one.cancel()
    print(await queue.get(), await queue.get(), one.cancelled(), two.done())
    try:
        await asyncio.wait_for(queue.get(), 2)
    except TimeoutError:
        print("empty for two seconds")


asyncio.run(main())
