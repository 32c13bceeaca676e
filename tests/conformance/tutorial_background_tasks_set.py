# Keep a reference to background tasks, or they may be collected.
import asyncio

background = set()


def spawn(coro):
    task = asyncio.create_task(coro)
    background.add(task)
    task.add_done_callback(background.discard)
    return task


async def log(message, seconds):
    await asyncio.sleep(seconds)
    print("logged", message)


async def handle(request):
    spawn(log(f"request {request}", 1))
    return f"response {request}"


async def main():
    for request in range(3):
        print(await handle(request), len(background))
        await asyncio.sleep(0.4)
    while background:
        print("waiting for", len(background))
        await asyncio.sleep(0.5)


asyncio.run(main())
