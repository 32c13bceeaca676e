# A classic of user interfaces: act only when the typing has stopped for a while.
import asyncio


class Debouncer:
    def __init__(self, delay, action):
        self.delay, self.action = delay, action
        self.handle = None

    def __call__(self, *args):
        if self.handle:
            self.handle.cancel()
        self.handle = asyncio.get_running_loop().call_later(self.delay, self.action, *args)


async def main():
    loop = asyncio.get_running_loop()
    search = Debouncer(0.5, lambda text: print(f"{loop.time():.1f} searching for {text!r}"))
    typed = ""
    for letter, pause in zip("asyncio", [0.2, 0.1, 0.7, 0.3, 0.3, 0.6, 0]):
        typed += letter
        search(typed)
        await asyncio.sleep(pause)
    await asyncio.sleep(1)


asyncio.run(main())
