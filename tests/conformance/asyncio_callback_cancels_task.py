import asyncio


async def victim():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("victim cancelled")
        raise


async def watched():
    await asyncio.sleep(1)
    return "watched is over"


async def main():
    target = asyncio.create_task(victim())
    source = asyncio.create_task(watched())
    source.add_done_callback(lambda task: target.cancel(task.result()))
    try:
        await target
    except asyncio.CancelledError as error:
        print(error.args)


asyncio.run(main())
