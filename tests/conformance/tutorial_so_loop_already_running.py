import asyncio


async def inner():
    await asyncio.sleep(0.1)
    return "inner"


def sync_function():
    try:
        return asyncio.run(inner())
    except RuntimeError as e:
        return f"RuntimeError: {e}"


def sync_function2():
    loop = asyncio.get_event_loop()
    c = inner()
    try:
        return loop.run_until_complete(c)
    except RuntimeError as e:
        c.close()
        return f"RuntimeError: {e}"


async def main():
    print(sync_function2())
    print(await asyncio.to_thread(sync_function))
    t = asyncio.get_running_loop().create_task(inner())
    print(await t)


asyncio.run(main())
print(sync_function())
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(inner()))
print(loop.run_until_complete(asyncio.gather(inner(), inner())))
loop.close()
try:
    loop.run_until_complete(asyncio.sleep(0))
except RuntimeError as e:
    print(e)
with asyncio.Runner() as runner:
    print(runner.run(inner()), runner.run(asyncio.sleep(0, "again")))
