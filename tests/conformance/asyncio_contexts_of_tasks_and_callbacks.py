import asyncio, contextvars

var = contextvars.ContextVar("var", default="default")

def say(what):
    print(what, var.get())

async def child(name):
    say(f"{name} begins with")
    var.set(name)
    await asyncio.sleep(0)
    say(f"{name} goes on with")

async def main():
    loop = asyncio.get_running_loop()
    var.set("main")
    own = contextvars.copy_context()
    own.run(var.set, "own")
    await asyncio.gather(child("a"), asyncio.create_task(child("b"), context=own))
    say("main has")
    print("own has", own[var])
    task = asyncio.create_task(child("c"))
    print(task.get_context() is own, task.get_context()[var])
    await task
    print(task.get_context()[var])
    loop.call_soon(say, "soon")
    loop.call_soon(say, "soon in own", context=own)
    loop.call_later(1, say, "later")
    loop.call_later(1, say, "later in own", context=own)
    loop.call_at(loop.time() + 1, own.run, var.set, "changed")
    loop.call_at(loop.time() + 1, say, "after")
    var.set("main 2")
    await asyncio.sleep(1)
    await asyncio.sleep(0)
    print("own has", own[var])
    future = loop.create_future()
    future.add_done_callback(lambda _: say("done callback"), context=own)
    future.set_result(None)
    await asyncio.sleep(0)
    handle = loop.call_soon(say, "never")
    handle.cancel()
    async def eager():
        say("eager begins with")
        var.set("eager")
    loop.set_task_factory(asyncio.eager_task_factory)
    asyncio.create_task(eager())
    say("after eager")
    asyncio.create_task(eager(), context=own)
    print("own has", own[var])
    print(await asyncio.to_thread(var.get))

asyncio.run(main(), debug=False)
with asyncio.Runner() as runner:
    context = contextvars.copy_context()
    runner.run(child("runner"), context=context)
    print(context[var], var.get())
    runner.run(child("default"))
    say("module")
