import asyncio


async def child():
    try:
        await asyncio.sleep(5)
    finally:
        print("child ends")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
            await asyncio.sleep(1)
            raise KeyError("body")
    except* KeyError as errors:
        print(repr(errors))


asyncio.run(main())
