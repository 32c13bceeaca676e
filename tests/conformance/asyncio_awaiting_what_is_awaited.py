# A coroutine that waits for something cannot be awaited by another, be it the user's or asyncio's own.
import asyncio


async def wait_for(coroutine, seconds):
    try:
        return await asyncio.wait_for(coroutine, seconds)
    except RuntimeError as error:
        print(error)


async def main():
    for coroutine in (asyncio.sleep(1, "slept"), asyncio.wait_for(asyncio.sleep(1), 5)):
        print(coroutine.cr_running, coroutine.cr_suspended)
        other = asyncio.create_task(wait_for(coroutine, 3))
        print(await coroutine)
        await other
        print(coroutine.cr_running, coroutine.cr_suspended)
    for earliest in asyncio.as_completed([asyncio.sleep(1, "one")]):
        results = await asyncio.gather(wait_for(earliest, 3), wait_for(earliest, 4), return_exceptions=True)
        print(results)
    print(repr(asyncio.current_task().get_coro().cr_running))


asyncio.run(main())
