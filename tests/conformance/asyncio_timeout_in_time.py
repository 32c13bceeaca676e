import asyncio


async def main():
    async with asyncio.timeout(2) as clock:
        await asyncio.sleep(1)
        print("done inside")
    print(clock.expired(), clock.when(), asyncio.get_running_loop().time())
    async with asyncio.timeout(None) as clock:
        await asyncio.sleep(1)
        print(clock.when())
    try:
        async with asyncio.timeout(2):
            raise ValueError("own error")
    except ValueError as error:
        print(error)


asyncio.run(main())
