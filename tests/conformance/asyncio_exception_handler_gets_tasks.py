import asyncio
from contextvars import ContextVar

where = ContextVar("where", default="nowhere")


def handler(loop, context):
    task = context.get("future") or context.get("task")
    name = task.get_name() if isinstance(task, asyncio.Task) else type(task).__name__
    print(context["message"], name, repr(context.get("exception")), where.get())


async def fails():
    where.set("in the task")
    raise ValueError("lost")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    asyncio.create_task(fails(), name="loser")
    await asyncio.sleep(1)
    future = loop.create_future()
    future.set_exception(KeyError("unseen"))
    del future
    outer = asyncio.gather(fails(), fails())
    await asyncio.sleep(1)
    del outer
    print("end")


asyncio.run(main())
