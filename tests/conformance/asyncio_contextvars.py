import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def show(label):
    print(label, user.get())


async def child(name):
    token = user.set(name)
    await asyncio.sleep(0)
    await show("in child")
    user.reset(token)
    await show("after reset")


async def main():
    user.set("main")
    task = asyncio.create_task(child("child"))
    await show("before")
    await task
    await show("a task's changes stay its own")
    await child("awaited in place")
    user.set("changed")
    asyncio.get_running_loop().call_soon(lambda: print("callback", user.get()))
    user.set("later")
    await asyncio.sleep(0)


asyncio.run(main())
print(user.get())
