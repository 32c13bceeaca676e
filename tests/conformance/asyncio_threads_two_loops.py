# Two loops in two threads, each with its own tasks.
import asyncio
import threading


async def work(name, seconds):
    for n in range(2):
        await asyncio.sleep(seconds)
        print(name, n, threading.current_thread().name)


def run(name, seconds):
    asyncio.run(work(name, seconds))


threads = [threading.Thread(target=run, args=(name, seconds), name=f"thread {name}") for name, seconds in [("a", 1), ("b", 0.75)]]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("joined")
