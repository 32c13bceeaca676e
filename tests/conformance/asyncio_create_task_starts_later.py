import asyncio


async def child(name):
    print(name, "starts")
    await asyncio.sleep(1)
    print(name, "ends")
    return name


async def main():
    one = asyncio.create_task(child("one"))
    two = asyncio.create_task(child("two"))
    print("created", one.done())
    await two
    print("two is over", one.done(), one.result())


asyncio.run(main())
