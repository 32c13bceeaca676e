# Who was waiting is woken, though the event is clear again when it runs.
import asyncio


async def waiter(name, event):
    await event.wait()
    print(name, "woke", event.is_set())


async def main():
    event = asyncio.Event()
    task = asyncio.create_task(waiter("first", event))
    await asyncio.sleep(1)
    event.set()
    event.clear()
    await task
    print(event.is_set())
    try:
        await asyncio.wait_for(event.wait(), 1)
    except TimeoutError:
        print("nobody set it again")


asyncio.run(main())
