# asyncio.run waits for the default executor's threads, not for others.
import asyncio
import threading
import time


def slow(name, seconds):
    time.sleep(seconds)
    print(name, "ends at", time.monotonic())


async def main():
    loop = asyncio.get_running_loop()
    loop.run_in_executor(None, slow, "executor", 2)
    threading.Thread(target=slow, args=("thread", 3)).start()
    await asyncio.sleep(1)
    print("main ends")


asyncio.run(main())
print("run returns at", time.monotonic())
