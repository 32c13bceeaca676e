import asyncio


async def numbers():
    try:
        await asyncio.sleep(1)
        yield 1
    finally:
        await asyncio.sleep(0)
        print("cleaned")


async def main():
    try:
        await asyncio.wait_for(asyncio.gather(asyncio.sleep(1), anext(numbers())), 0.1)
    except TimeoutError as error:
        print(repr(error))
    await asyncio.sleep(0.1)
    print("end")


asyncio.run(main())
