import asyncio


async def main():
    async with asyncio.timeout(1) as clock:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("swallowed")
    print("no TimeoutError", clock.expired(), asyncio.current_task().cancelling())


asyncio.run(main())
