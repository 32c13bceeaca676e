import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1) as clock:
            for n in range(3):
                await asyncio.sleep(0.75)
                clock.reschedule(loop.time() + 1)
                print("kept alive until", clock.when())
            clock.reschedule(None)
            await asyncio.sleep(5)
            clock.reschedule(loop.time() - 1)
            print("rescheduled into the past")
            await asyncio.sleep(1)
    except TimeoutError:
        print("timed out", loop.time())
    try:
        clock.reschedule(100)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
