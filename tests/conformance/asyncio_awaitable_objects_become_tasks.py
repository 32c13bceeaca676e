# An object with __await__ is asked for its iterator when its task runs, not before.
import asyncio


class Later:
    def __init__(self, result):
        self.result = result

    def __await__(self):
        print("asked")
        yield
        return self.result


class Wrong:
    def __await__(self):
        return None


async def main():
    task = asyncio.ensure_future(Later("one"))
    print("made")
    print(await task)
    print(await asyncio.gather(Later("two"), Wrong(), return_exceptions=True))
    print(await asyncio.wait_for(Later("three"), 1))
    never = asyncio.ensure_future(Later("four"))
    never.cancel()
    await asyncio.wait([never])


asyncio.run(main())
