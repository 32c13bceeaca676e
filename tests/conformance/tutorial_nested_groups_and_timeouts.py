import asyncio


async def leaf(name, delay, fail=False):
    try:
        await asyncio.sleep(delay)
        if fail:
            raise ValueError(f"{name} failed")
        return name
    except asyncio.CancelledError:
        print(f"  {name} cancelled at {asyncio.get_running_loop().time():.1f}")
        raise
    finally:
        print(f"  {name} cleanup")


async def branch(name, *specs):
    async with asyncio.TaskGroup() as tg:
        ts = [tg.create_task(leaf(f"{name}.{i}", *s), name=f"{name}.{i}") for i, s in enumerate(specs)]
    return [t.result() for t in ts]


async def main():
    print(await branch("A", (0.1,), (0.2,)))
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(branch("B", (0.1,), (0.2, True), (9,)))
            tg.create_task(branch("C", (5,)))
    except* ValueError as eg:
        def show(g, n=1):
            for e in g.exceptions:
                print("  " * n, type(e).__name__, e)
                if isinstance(e, BaseExceptionGroup):
                    show(e, n + 1)
        show(eg)
    try:
        async with asyncio.timeout(1) as outer:
            try:
                async with asyncio.timeout(0.3) as inner:
                    await leaf("D", 5)
            except TimeoutError:
                print("inner timed out", inner.expired(), outer.expired())
            await leaf("E", 5)
    except TimeoutError:
        print("outer timed out", outer.expired(), outer.when() is not None)
    try:
        async with asyncio.timeout(0.5):
            await branch("F", (2,), (3,))
    except TimeoutError as e:
        print("group timed out", type(e.__cause__).__name__)
    task = asyncio.create_task(branch("G", (1,), (2,)))
    await asyncio.sleep(0.1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("G cancelled", task.cancelled())
    try:
        await asyncio.wait_for(leaf("H", 3), 0.2)
    except TimeoutError as e:
        print("H:", repr(e))


asyncio.run(main())
