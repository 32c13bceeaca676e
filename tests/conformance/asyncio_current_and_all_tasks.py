import asyncio


async def peek(label):
    names = sorted(task.get_name() for task in asyncio.all_tasks())
    print(label, asyncio.current_task().get_name(), names)


async def main():
    await peek("in main")
    first = asyncio.create_task(peek("first"), name="first")
    second = asyncio.create_task(peek("second"), name="second")
    print(len(asyncio.all_tasks()))
    await first
    await second
    await peek("at the end")


def callback():
    print("in a callback:", asyncio.current_task())


async def calls():
    asyncio.get_running_loop().call_soon(callback)
    await asyncio.sleep(0)


asyncio.run(main())
asyncio.run(calls())
