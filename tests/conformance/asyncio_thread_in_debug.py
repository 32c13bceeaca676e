# In debug mode, a loop minds being used by another thread.
import asyncio
import threading


def meddle(loop):
    for use in (lambda: loop.call_soon(print), lambda: loop.call_later(1, print), lambda: loop.call_soon_threadsafe(print, "fine")):
        try:
            use()
        except RuntimeError as error:
            print(error)


async def main():
    loop = asyncio.get_running_loop()
    thread = threading.Thread(target=meddle, args=(loop,))
    thread.start()
    await asyncio.sleep(1)
    thread.join()


asyncio.run(main(), debug=True)
