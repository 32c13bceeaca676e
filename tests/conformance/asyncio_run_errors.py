import asyncio


async def noop():
    pass


try:
    asyncio.run(noop)
except ValueError as error:
    print(error.args[0].split(",")[0])


async def main():
    inner = noop()
    try:
        asyncio.run(inner)
    except RuntimeError as error:
        print(error)
    await inner


asyncio.run(main())
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
