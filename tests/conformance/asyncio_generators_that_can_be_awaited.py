import asyncio
import inspect
import types


@types.coroutine
def turn(value):
    yield
    yield from asyncio.sleep(0.1).__await__()
    return value


def factory(loop, coro, **options):
    print("factory gets", type(coro).__name__)
    return asyncio.Task(coro, loop=loop, **options)


async def main():
    print(await turn(1), turn.__name__)
    made = turn(2)
    print(type(made), inspect.isgenerator(made), asyncio.iscoroutine(made), hasattr(made, "__await__"))
    print(await asyncio.wait_for(made, 1), await asyncio.gather(turn(3), turn(4)))
    for make in (asyncio.create_task, asyncio.Task):
        try:
            make(turn(5))
        except TypeError as error:
            print(str(error).split(" at ")[0])
    task = asyncio.ensure_future(turn(6))
    await asyncio.sleep(0)
    print(task.get_coro().__name__)
    print(await task)
    asyncio.get_running_loop().set_task_factory(factory)
    try:
        asyncio.create_task(turn(7))
    except TypeError as error:
        print(str(error).split(" at ")[0])
    asyncio.get_running_loop().set_task_factory(None)


asyncio.run(main())
