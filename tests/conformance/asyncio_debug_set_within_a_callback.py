import asyncio
import contextlib
import io
import time


def on():
    asyncio.get_running_loop().set_debug(True)
    time.sleep(0.5)


def off():
    asyncio.get_running_loop().set_debug(False)
    time.sleep(0.5)


async def main():
    loop = asyncio.get_running_loop()
    for callback in (on, off, on, on, off, off):
        loop.call_soon(callback)
        await asyncio.sleep(0)
        await asyncio.sleep(0)


with contextlib.redirect_stderr(io.StringIO()) as told:
    asyncio.run(main())
for line in told.getvalue().splitlines():
    print(line.split(" at ")[0], line[-18:])
