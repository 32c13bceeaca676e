import asyncio


async def fails():
    raise ValueError("already")


async def nap(seconds):
    await asyncio.sleep(seconds)


async def main():
    loop = asyncio.get_running_loop()
    failed, sleeping = asyncio.create_task(fails()), asyncio.create_task(nap(2))
    await asyncio.sleep(0)
    for return_when in (asyncio.FIRST_EXCEPTION, asyncio.FIRST_COMPLETED, asyncio.ALL_COMPLETED):
        done, pending = await asyncio.wait([failed, sleeping], return_when=return_when)
        print(return_when, len(done), len(pending), loop.time())
    print(repr(failed.exception()))


asyncio.run(main())
