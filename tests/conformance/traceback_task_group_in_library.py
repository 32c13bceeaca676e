# exit: 1
import asyncio
from contextlib import AsyncExitStack


class Server:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        await asyncio.sleep(0.1)
        print("up", self.name)
        return self

    async def __aexit__(self, *info):
        print("down", self.name, info[0].__name__ if info[0] else None)


async def crash(after):
    await asyncio.sleep(after)
    raise ConnectionResetError(f"after {after}")


async def main():
    async with AsyncExitStack() as stack:
        for name in ("web", "db"):
            await stack.enter_async_context(Server(name))
        group = await stack.enter_async_context(asyncio.TaskGroup())
        group.create_task(crash(1))
        group.create_task(crash(2))


asyncio.run(main())
