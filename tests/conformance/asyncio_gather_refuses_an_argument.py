import asyncio


async def work(name):
    print(name, "starts")
    await asyncio.sleep(0.1)
    print(name, "ends")
    if name == "b":
        raise ValueError(name)


async def main():
    for arguments in ([work("a"), work("b"), 5], [None], []):
        try:
            print(await asyncio.gather(*arguments))
        except TypeError as error:
            print(error)
        print(len(asyncio.all_tasks()))
    await asyncio.sleep(0.2)


asyncio.run(main())
