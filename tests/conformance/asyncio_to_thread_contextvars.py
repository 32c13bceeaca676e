# The thread sees the caller's context, and what it sets there stays there.
import asyncio
import contextvars
import threading

name = contextvars.ContextVar("name", default="nobody")


def work(new):
    before = name.get()
    name.set(new)
    return before, name.get()


async def main():
    name.set("main")
    print(await asyncio.to_thread(work, "thread"), name.get())
    print(await asyncio.get_running_loop().run_in_executor(None, work, "executor"), name.get())
    thread = threading.Thread(target=lambda: print(work("plain thread")))
    thread.start()
    thread.join()


asyncio.run(main())
