import asyncio


async def stubborn():
    me = asyncio.current_task()
    for n in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            print("request", error.args, me.cancelling())
            print(me.uncancel())
    print(me.uncancel(), me.cancelling())
    return "survived"


async def main():
    task = asyncio.create_task(stubborn())
    for n in range(3):
        await asyncio.sleep(0)
        print(task.cancel(f"number {n}"), task.cancel("again"))
        await asyncio.sleep(0)
    print(await task, task.cancelling(), task.cancelled())


asyncio.run(main())
