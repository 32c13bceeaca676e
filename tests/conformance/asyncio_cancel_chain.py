# The request travels down the chain of awaits to what is really waiting.
import asyncio


async def bottom():
    try:
        await asyncio.sleep(10)
    finally:
        print("bottom")


async def middle():
    try:
        await asyncio.create_task(bottom(), name="bottom")
    finally:
        print("middle")


async def main():
    top = asyncio.create_task(middle(), name="top")
    await asyncio.sleep(1)
    top.cancel()
    await asyncio.wait([top])
    print(top.cancelled())


asyncio.run(main())
