import asyncio


async def noop():
    pass


async def main():
    group = asyncio.TaskGroup()
    coro = noop()
    try:
        group.create_task(coro)
    except RuntimeError as error:
        print(str(error).split("> ")[1])
    async with group:
        await group.create_task(noop())
    again = noop()
    try:
        group.create_task(again)
    except RuntimeError as error:
        print(str(error).split("> ")[1])
    try:
        async with group:
            pass
    except RuntimeError as error:
        print(str(error).split("> ")[1])
    async with asyncio.TaskGroup():
        print("empty group")


asyncio.run(main())
