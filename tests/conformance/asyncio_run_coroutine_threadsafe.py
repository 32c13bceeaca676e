import asyncio
import threading


async def answer(n):
    await asyncio.sleep(n)
    if n > 2:
        raise ValueError("too long")
    return n


def asker(loop):
    future = asyncio.run_coroutine_threadsafe(answer(1), loop)
    print("result", future.result())
    try:
        asyncio.run_coroutine_threadsafe(answer(3), loop).result()
    except ValueError as error:
        print("error", error)
    slow = asyncio.run_coroutine_threadsafe(answer(2), loop)
    try:
        slow.result(timeout=1)
    except TimeoutError:
        print("timeout", slow.cancel())
    loop.call_soon_threadsafe(loop.stop)


loop = asyncio.new_event_loop()
thread = threading.Thread(target=asker, args=(loop,))
thread.start()
loop.run_forever()
thread.join()
print(loop.time())
loop.run_until_complete(asyncio.sleep(0))
loop.close()
