import asyncio
import contextvars

depth = contextvars.ContextVar("depth")


async def dive():
    depth.set(depth.get(0) + 1)
    return depth.get()


async def main():
    context = contextvars.copy_context()
    print(await asyncio.create_task(dive(), context=context), await asyncio.create_task(dive(), context=context))
    print(context[depth], depth.get("unset here"))
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print("in the context", depth.get()), context=context)
    await asyncio.sleep(0)
    print(context.run(lambda: depth.get()), context.get(depth), depth in context, len(list(context)))
    try:
        depth.get()
    except LookupError as error:
        print(type(error).__name__)


asyncio.run(main())
