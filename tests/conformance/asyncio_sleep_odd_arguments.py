import asyncio


async def main():
    try:
        await asyncio.sleep(float("nan"))
    except ValueError as error:
        print(error)
    try:
        await asyncio.sleep("1")
    except TypeError as error:
        print(error)
    print(await asyncio.sleep(-5, "negative"), await asyncio.sleep(True, "a bool is a second"), asyncio.get_running_loop().time())
    await asyncio.sleep(1e-10)
    print("less than the clock's resolution")


asyncio.run(main())
