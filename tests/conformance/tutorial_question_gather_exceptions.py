# exit: 1
import asyncio


async def ok(n):
    await asyncio.sleep(n)
    print("ok", n)
    return n


async def boom(n):
    await asyncio.sleep(n)
    raise ZeroDivisionError(f"boom {n}")


async def main():
    try:
        await asyncio.gather(ok(1), boom(2), ok(3))
    except ZeroDivisionError as error:
        print("first error:", error)
    await asyncio.sleep(2)
    results = await asyncio.gather(ok(1), boom(1), boom(2), return_exceptions=True)
    good = [r for r in results if not isinstance(r, BaseException)]
    print(good, [str(r) for r in results if isinstance(r, BaseException)])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(ok(3))
            group.create_task(boom(1))
            group.create_task(boom(1))
    except* ZeroDivisionError as group:
        print(group, [str(e) for e in group.exceptions])
    outer = asyncio.gather(ok(5), ok(6))
    await asyncio.sleep(1)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("gather cancelled", outer.cancelled())
    await asyncio.gather(ok(0.5), boom(0.1))


asyncio.run(main())
