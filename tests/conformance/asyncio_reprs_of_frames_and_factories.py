import asyncio


def plain():
    pass


async def work(n):
    if n:
        return await work(n - 1)
    await asyncio.sleep(1)
    raise ValueError


async def main():
    task = asyncio.create_task(work(1))
    shown = lambda text: text.split(" at ")[0] + text.split(",", 1)[1]
    print(shown(repr(task.get_stack()[0])))
    await asyncio.sleep(0)
    print(shown(repr(task.get_stack()[0])), shown(repr(task.get_coro().cr_frame)))
    await asyncio.wait([task])
    print([shown(repr(frame)) for frame in task.get_stack()[-2:]])
    print(shown(repr(plain.__code__)), shown(repr((lambda: 1).__code__)))
    for factory in (asyncio.eager_task_factory, asyncio.create_eager_task_factory(asyncio.Task)):
        print(repr(factory).split(" at ")[0])
    scope = asyncio.timeout(1)
    for _ in range(2):
        try:
            await scope.__aexit__(None, None, None)
        except AssertionError as error:
            print(repr(error), scope)
    async with scope:
        pass
    try:
        await scope.__aexit__(None, None, None)
    except AssertionError as error:
        print(repr(error), scope)


asyncio.run(main())
