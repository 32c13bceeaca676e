import asyncio


async def main():
    clock = asyncio.timeout(1)
    try:
        clock.reschedule(5)
    except RuntimeError as error:
        print(error)
    async with clock:
        pass
    try:
        async with clock:
            pass
    except RuntimeError as error:
        print(error)


asyncio.run(main())
