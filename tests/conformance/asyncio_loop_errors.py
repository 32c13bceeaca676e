import asyncio


async def nap(n):
    await asyncio.sleep(n)


def attempt(action, *args):
    try:
        action(*args)
    except RuntimeError as error:
        print(error)


async def main():
    loop = asyncio.get_running_loop()
    coro = nap(1)
    attempt(loop.run_until_complete, coro)
    attempt(loop.close)
    other = asyncio.new_event_loop()
    attempt(other.run_until_complete, coro)
    other.close()
    attempt(other.call_soon, print)
    attempt(other.call_later, 1, print)
    coro.close()
    print(loop.is_running(), loop.is_closed(), other.is_closed())


asyncio.run(main())
