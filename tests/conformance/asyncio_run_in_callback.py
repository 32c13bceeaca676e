# Nothing that runs a loop works inside one, and a loop that is running cannot be closed.
import asyncio


def callback(loop):
    coro = asyncio.sleep(0)
    for action in (lambda: asyncio.run(coro), lambda: loop.run_until_complete(coro), loop.close,
                   lambda: asyncio.new_event_loop().run_until_complete(coro)):
        try:
            action()
        except RuntimeError as error:
            print(error)
    coro.close()


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(callback, loop)
    await asyncio.sleep(1)


asyncio.run(main())
