import asyncio
import threading


def from_another_thread(loop):
    try:
        loop.call_soon(print, "never said")
    except RuntimeError as error:
        print(error)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    thread = threading.Thread(target=from_another_thread, args=(loop,))
    thread.start()
    await asyncio.sleep(1)
    try:
        loop.call_soon("not a function")
    except TypeError as error:
        print(error)
    loop.set_debug(False)
    print(loop.get_debug())


asyncio.run(main(), debug=True)
