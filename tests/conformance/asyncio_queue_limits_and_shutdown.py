import asyncio

async def main():
    queue = asyncio.Queue(1)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))
    queue.put_nowait("a")
    try:
        queue.put_nowait("b")
    except asyncio.QueueFull as error:
        print(repr(error))
    putter = asyncio.create_task(queue.put("c"), name="putter")
    await asyncio.sleep(0)
    print(queue, queue.full(), queue.qsize(), queue.maxsize)
    queue.shutdown()
    print(await asyncio.gather(putter, return_exceptions=True))
    print(await queue.get())
    for again in (queue.get, queue.get_nowait):
        try:
            result = again()
            print(await result)
        except asyncio.QueueShutDown as error:
            print(repr(error))
    try:
        await queue.put("d")
    except asyncio.QueueShutDown as error:
        print(repr(error))
    queue.task_done()
    try:
        queue.task_done()
    except ValueError as error:
        print(error)
    at_once = asyncio.LifoQueue()
    for item in range(3):
        await at_once.put(item)
    joiner = asyncio.create_task(at_once.join())
    await asyncio.sleep(0)
    at_once.shutdown(immediate=True)
    await joiner
    print("joined", at_once.empty(), at_once)
    ordered = asyncio.PriorityQueue()
    getters = [asyncio.create_task(ordered.get(), name=f"g{n}") for n in range(3)]
    await asyncio.sleep(0)
    getters[1].cancel()
    for priority in (3, 1, 2):
        ordered.put_nowait(priority)
    print(await asyncio.gather(*getters, return_exceptions=True), ordered.qsize())
    try:
        async with asyncio.timeout(1):
            await ordered.join()
    except TimeoutError:
        print("not joined")
    # The time is up as the item comes.
    late = asyncio.Queue()
    asyncio.get_running_loop().call_later(1, late.put_nowait, "late")
    try:
        print(await asyncio.wait_for(late.get(), 1))
    except TimeoutError:
        print("timed out", late.qsize())

asyncio.run(main())
