import asyncio


class Counting(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self.calls = 0

    def call_soon(self, callback, *args, context=None):
        self.calls += 1
        return super().call_soon(callback, *args, context=context)


async def main():
    loop = asyncio.get_running_loop()
    print(type(loop).__name__, isinstance(loop, asyncio.AbstractEventLoop))
    before = loop.calls
    loop.call_soon(print, "said")
    print(loop.calls - before)
    await asyncio.sleep(0)


asyncio.run(main(), loop_factory=Counting)
