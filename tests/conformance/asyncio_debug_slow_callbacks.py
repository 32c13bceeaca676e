import asyncio
import time


def slow(seconds):
    time.sleep(seconds)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.slow_callback_duration)
    loop.slow_callback_duration = 0.5
    loop.call_soon(slow, 0.4)
    await asyncio.sleep(0)
    loop.set_debug(False)
    loop.call_soon(slow, 0.6)
    await asyncio.sleep(0)
    print(loop.slow_callback_duration, loop.time())


asyncio.run(main(), debug=True)
