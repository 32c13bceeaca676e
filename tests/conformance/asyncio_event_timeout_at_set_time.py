import asyncio


async def waiter(name, event, timeout):
    try:
        await asyncio.wait_for(event.wait(), timeout)
        print(name, "saw the event")
    except TimeoutError:
        print(name, "timed out", event.is_set())


async def main():
    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    early = asyncio.create_task(waiter("early", event, 1))
    await asyncio.sleep(0)
    loop.call_later(1, event.set)
    late = asyncio.create_task(waiter("late", event, 1))
    await asyncio.gather(early, late)


asyncio.run(main())
