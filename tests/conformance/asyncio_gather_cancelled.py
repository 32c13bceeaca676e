# Cancelling a gather cancels its children.
import asyncio


async def nap(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    group = asyncio.gather(nap("a"), nap("b"))
    await asyncio.sleep(1)
    print(group.cancel())
    try:
        await group
    except asyncio.CancelledError:
        print("group cancelled", group.cancelled())

    tasks = [asyncio.create_task(nap(name)) for name in "cd"]
    outer = asyncio.create_task(asyncio.wait_for(asyncio.gather(*tasks), None))
    await asyncio.sleep(1)
    outer.cancel("stop it")
    try:
        await outer
    except asyncio.CancelledError as error:
        print(error.args, [task.cancelled() for task in tasks])


asyncio.run(main())
