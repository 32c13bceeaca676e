import asyncio


async def child():
    await asyncio.sleep(1)
    return "value"


async def main():
    coro = child()
    task = asyncio.Task(coro, name=7)
    print(task.get_name(), task.get_coro() is coro, task.get_loop() is asyncio.get_running_loop())
    task.set_name(("a", "tuple"))
    print(repr(task.get_name()), task.cancelling(), task.uncancel(), task.done(), task.cancelled())
    for wrong in (task.result, task.exception, lambda: task.set_result(1), lambda: task.set_exception(ValueError())):
        try:
            wrong()
        except (asyncio.InvalidStateError, RuntimeError) as error:
            print(type(error).__name__, error)
    print(isinstance(task, asyncio.Future), issubclass(asyncio.Task, asyncio.Future), asyncio.isfuture(task))
    task.remark = "attributes may be added"
    print(await task, task.result(), task.exception(), task.cancel(), task.remark)
    for wrong in (lambda: asyncio.Task(5), lambda: asyncio.create_task("x"), lambda: asyncio.create_task()):
        try:
            wrong()
        except TypeError as error:
            print(error)


asyncio.run(main())
