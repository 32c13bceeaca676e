import asyncio


def plain():
    return 5


async def main():
    for value in (plain(), None, [1]):
        try:
            await value
        except TypeError as error:
            print(error)
    try:
        await asyncio.gather(1, 2)
    except TypeError as error:
        print(error)
    try:
        asyncio.create_task(plain())
    except TypeError as error:
        print(error)


asyncio.run(main())
