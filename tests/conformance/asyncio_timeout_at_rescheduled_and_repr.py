import asyncio


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout_at(loop.time() + 2) as limit:
        print(limit, limit.when(), limit.expired(), isinstance(limit, asyncio.Timeout))
        limit.reschedule(None)
        print(limit, limit.when())
        await asyncio.sleep(3)
        limit.reschedule(when=loop.time() + 1)
    print(limit, limit.expired())
    try:
        async with asyncio.timeout_at(1) as past:
            print("entered in the past")
            await asyncio.sleep(0)
            print("one turn is given")
            await asyncio.sleep(0)
            print("not two")
    except TimeoutError:
        print(past, past.expired(), loop.time())
    for wrong in (lambda: past.reschedule(9), lambda: asyncio.timeout(1).reschedule(2), lambda: asyncio.timeout(), lambda: asyncio.timeout_at(1, 2)):
        try:
            wrong()
        except (RuntimeError, TypeError) as error:
            print(error)


asyncio.run(main())
