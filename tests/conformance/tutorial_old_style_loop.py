import asyncio
import warnings
from functools import partial


def callback(name, loop, count):
    print(name, count, loop.time())
    if count:
        loop.call_later(0.5, callback, name, loop, count - 1)
    else:
        loop.stop()


async def compute(x, y):
    print("Compute %s + %s ..." % (x, y))
    await asyncio.sleep(1.0)
    return x + y


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
try:
    loop.call_soon(callback, "first", loop, 2)
    loop.run_forever()
    print(loop.is_running(), loop.is_closed())
    result = loop.run_until_complete(compute(1, 2))
    print("1 + 2 =", result)
    task = loop.create_task(compute(3, 4), name="adder")
    task.add_done_callback(partial(print, "done:"))
    loop.run_until_complete(asyncio.wait([task]))
    print(task.result(), task.get_name(), loop)
    loop.run_until_complete(loop.shutdown_asyncgens())
finally:
    loop.close()
print(loop.is_closed(), loop)
try:
    loop.call_soon(print)
except RuntimeError as error:
    print(error)
