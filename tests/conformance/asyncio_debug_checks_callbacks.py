import asyncio


async def coroutine():
    pass


async def main(debug):
    loop = asyncio.get_running_loop()
    coro = coroutine()
    for method, args in ((loop.call_soon, ()), (loop.call_later, (1,)), (loop.call_at, (1,))):
        for callback in (5, coro):
            try:
                method(*args, callback).cancel()
                print("taken")
            except TypeError as error:
                print(str(error).split(", got")[0])
    await coro


asyncio.run(main(True), debug=True)
asyncio.run(main(False))
