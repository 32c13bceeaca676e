import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def show(where):
    print(f"{where}: {user.get()}")


async def handler(name):
    token = user.set(name)
    await show("handler")
    child = asyncio.create_task(show("child task"))
    user.set(name + "!")
    await child
    await show("after")
    user.reset(token)
    await show("reset")


async def main():
    await show("main")
    await asyncio.gather(handler("ann"), handler("bob"))
    await show("main again")
    context = contextvars.copy_context()
    context.run(user.set, "ctx")
    print(context[user], user.get(), user in context, len(context) >= 1)
    await asyncio.create_task(show("explicit"), context=context)
    asyncio.get_running_loop().call_soon(lambda: print("callback", user.get()), context=context)
    await asyncio.sleep(0)
    try:
        contextvars.ContextVar("empty").get()
    except LookupError as error:
        print(type(error).__name__)


asyncio.run(main())
