import asyncio, io

async def deep(n):
    if n:
        await deep(n - 1)
    else:
        await asyncio.sleep(1)

async def fails():
    await asyncio.sleep(0.5)
    raise ValueError("no")

def names(task, **options):
    return [(frame.f_code.co_name, frame.f_lineno) for frame in task.get_stack(**options)]

async def main():
    waiting = asyncio.create_task(deep(3), name="waiting")
    failing = asyncio.create_task(fails(), name="failing")
    print("not begun", names(waiting))
    await asyncio.sleep(0.1)
    print("waiting", names(waiting), names(waiting, limit=1))
    out = io.StringIO()
    waiting.print_stack(file=out)
    print(out.getvalue().replace("main.py", "main.py").splitlines())
    await asyncio.sleep(1)
    print("done", names(waiting), waiting.done())
    out = io.StringIO()
    out = io.StringIO()
    waiting.print_stack(file=out)
    print(repr(out.getvalue()))
    cancelled = asyncio.create_task(deep(1))
    await asyncio.sleep(0)
    cancelled.cancel()
    await asyncio.wait([cancelled])
    print("cancelled", names(cancelled))
    print(failing.exception())

asyncio.run(main())
