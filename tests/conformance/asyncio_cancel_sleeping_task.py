import asyncio


async def sleeper():
    try:
        print("sleeping")
        await asyncio.sleep(100)
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
        raise


async def main():
    loop = asyncio.get_running_loop()
    for message in [(), ("too long",)]:
        task = asyncio.create_task(sleeper())
        await asyncio.sleep(1)
        print(task.cancel(*message), task.cancelled(), task.done())
        try:
            await task
        except asyncio.CancelledError as error:
            print("main sees", error.args, task.cancelled(), loop.time())
        print(task.cancel())


asyncio.run(main())
