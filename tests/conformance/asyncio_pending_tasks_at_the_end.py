# run() cancels what is left, in the order of creation, and waits for it.
import asyncio


async def left_over(name):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print(name, "is cancelled")
        await asyncio.sleep(1)
        print(name, "has said goodbye")
        raise


async def main():
    for name in ("first", "second"):
        asyncio.create_task(left_over(name))
    await asyncio.sleep(1)
    return "main is done"


print(asyncio.run(main()))
