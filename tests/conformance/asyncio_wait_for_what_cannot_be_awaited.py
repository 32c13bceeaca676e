# wait_for() sets its timer before it awaits: the cancelled timer stays in the heap and decides between equal times.
import asyncio


async def nap(name):
    await asyncio.sleep(1)
    print(name)


async def refused(timeout):
    try:
        await asyncio.wait_for(3, timeout)
    except TypeError as error:
        print(error)


async def main():
    loop = asyncio.get_running_loop()
    for timeout in (0.25, None, "1", [1], 1j, 0):
        await refused(timeout)
        naps = [asyncio.create_task(nap(n)) for n in range(2)]
        await asyncio.sleep(1)
        await asyncio.gather(*naps)
    for attempt in (
        lambda: asyncio.wait([loop.create_future()], timeout="1"),
        lambda: asyncio.as_completed([loop.create_future()], timeout="1"),
    ):
        try:
            result = attempt()
            if asyncio.iscoroutine(result):
                await result
        except TypeError as error:
            print(error)


asyncio.run(main())
