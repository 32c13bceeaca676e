# Each thread has its own running loop, its own set loop, and its own current task.
import asyncio
import threading


async def who():
    await asyncio.sleep(1)
    return asyncio.current_task().get_name(), threading.current_thread().name


def in_thread():
    for ask in (asyncio.get_running_loop, asyncio.get_event_loop):
        try:
            ask()
        except RuntimeError as error:
            print(error)
    print(asyncio.run(who()))
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    print(asyncio.get_event_loop() is loop, loop.run_until_complete(who()))
    loop.close()


async def main():
    loop = asyncio.get_running_loop()
    thread = threading.Thread(target=in_thread, name="other")
    thread.start()
    for _ in range(4):
        await asyncio.sleep(0.5)
        print("main", loop.time(), asyncio.get_running_loop() is loop, loop.is_running())
    thread.join()
    print(await who())


asyncio.run(main())
