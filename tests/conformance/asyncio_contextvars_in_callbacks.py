import asyncio
from contextvars import ContextVar, copy_context

who = ContextVar("who", default="nobody")


def say(label, *rest):
    print(label, who.get())
    who.set(label)


async def main():
    loop = asyncio.get_running_loop()
    own = copy_context()
    own.run(who.set, "own")
    loop.call_soon(say, "soon")
    loop.call_soon(say, "in own", context=own)
    loop.call_later(1, say, "later")
    handle = loop.call_at(1, say, "at", context=own)
    print(handle.get_context() is own)
    who.set("main")
    loop.call_soon(say, "after set")
    await asyncio.sleep(2)
    print(who.get(), own[who])
    task = asyncio.create_task(asyncio.sleep(0), context=own)
    print(task.get_context() is own, task.get_context().get(who))
    task.add_done_callback(lambda task: say("done"))
    await task
    await asyncio.sleep(0)
    print(who.get())


asyncio.run(main())
