import asyncio


async def value(n, seconds=0):
    await asyncio.sleep(seconds)
    return n


async def main():
    print(await asyncio.wait_for(value(1), None), await asyncio.wait_for(value(2), timeout=1))
    for timeout in (0, -1):
        try:
            print(await asyncio.wait_for(value(3), timeout))
        except TimeoutError as error:
            print(repr(error), repr(error.__cause__))
    done = asyncio.get_running_loop().create_future()
    done.set_result("done already")
    print(await asyncio.wait_for(done, 0), await asyncio.wait_for(fut=value(4), timeout=0.5))
    try:
        await asyncio.wait_for(5, 1)
    except TypeError as error:
        print(error)
    failing = asyncio.get_running_loop().create_future()
    failing.set_exception(KeyError("early"))
    try:
        await asyncio.wait_for(failing, -5)
    except KeyError as error:
        print(error)


asyncio.run(main())
