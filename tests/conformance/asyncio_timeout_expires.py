import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(2) as clock:
            print(clock.when(), clock.expired())
            await asyncio.sleep(10)
    except TimeoutError as error:
        print("timed out at", loop.time(), clock.expired(), repr(error), repr(error.__cause__))
    print(asyncio.current_task().cancelling())


asyncio.run(main())
