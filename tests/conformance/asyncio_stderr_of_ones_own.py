# exit: 1
import asyncio
import contextlib
import io
import sys


class Marked:
    def write(self, text):
        sys.stdout.write("".join(f"| {line}\n" for line in text.splitlines()))

    def flush(self):
        pass


async def forgotten():
    pass


async def fails():
    raise ValueError("nobody asks")


async def main():
    forgotten()
    asyncio.create_task(fails())
    await asyncio.sleep(0.1)
    asyncio.get_running_loop().call_soon(int, "x")
    await asyncio.sleep(0.1)


with contextlib.redirect_stderr(io.StringIO()) as text:
    asyncio.run(main())
print(len(text.getvalue().splitlines()), text.getvalue().splitlines()[0])
sys.stderr = Marked()
asyncio.run(main())
1 / 0
