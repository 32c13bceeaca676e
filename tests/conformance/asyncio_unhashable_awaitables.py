# exit: 1
# What asyncio keeps in sets and dicts must be hashable; wait() notices what is no future when its timer runs already.
import asyncio


async def nap():
    await asyncio.sleep(1)
    return 1


async def attempt(make):
    try:
        result = make()
        if asyncio.iscoroutine(result):
            result = await result
        print(result)
    except Exception as error:
        print(repr(error))


async def main():
    task = asyncio.create_task(nap())
    await attempt(lambda: asyncio.gather(task, [1]))
    await attempt(lambda: asyncio.gather({}, task))
    await attempt(lambda: asyncio.as_completed([1, [1]]))
    await attempt(lambda: asyncio.as_completed([task, [1]]))
    await attempt(lambda: asyncio.wait([task, [1]]))
    await attempt(lambda: asyncio.wait([[1]], timeout=1))
    await attempt(lambda: asyncio.wait([task, 2], timeout=5))
    await attempt(lambda: asyncio.wait([2, task], timeout=5))
    print(str(task).count("_on_completion"))
    await task


asyncio.run(main())
loop = asyncio.new_event_loop()
loop.run_until_complete(attempt(lambda: asyncio.wait([3], timeout=0.5)))
loop.run_forever()
