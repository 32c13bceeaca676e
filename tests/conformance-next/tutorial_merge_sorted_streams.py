import asyncio


async def stream(name, values, seconds):
    for value in values:
        await asyncio.sleep(seconds)
        yield value
    print(name, "is dry")


async def merge(*streams):
    """Whatever comes first, from any stream."""
    waiting = {}
    for source in streams:
        iterator = aiter(source)
        waiting[asyncio.ensure_future(anext(iterator))] = iterator
    while waiting:
        done, _ = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        for task in [task for task in waiting if task in done]:
            iterator = waiting.pop(task)
            try:
                yield task.result()
            except StopAsyncIteration:
                continue
            waiting[asyncio.ensure_future(anext(iterator))] = iterator


async def main():
    async for value in merge(stream("evens", [0, 2, 4], 1), stream("odds", [1, 3], 0.7), stream("letters", "ab", 1.1)):
        print(round(asyncio.get_running_loop().time(), 1), value)


asyncio.run(main())
