# exit: 4
import asyncio


async def steady():
    try:
        await asyncio.sleep(10)
    finally:
        print("steady ends")


async def leaves():
    await asyncio.sleep(1)
    raise SystemExit(4)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(steady())
        group.create_task(leaves())


asyncio.run(main())
