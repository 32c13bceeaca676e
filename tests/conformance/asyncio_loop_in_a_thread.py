import asyncio
import threading


async def job(name):
    print(name, "in", threading.current_thread().name)
    await asyncio.sleep(1)
    return name


def serve(loop):
    asyncio.set_event_loop(loop)
    loop.run_forever()
    print("loop stopped")


loop = asyncio.new_event_loop()
thread = threading.Thread(target=serve, args=(loop,), name="loop thread", daemon=True)
thread.start()
futures = [asyncio.run_coroutine_threadsafe(job(name), loop) for name in "ab"]
print([future.result() for future in futures])
loop.call_soon_threadsafe(loop.stop)
thread.join()
print(thread.is_alive())
