# exit: 1
import asyncio


async def deep(n):
    if n == 0:
        raise ValueError("at the bottom")
    await deep(n - 1)


async def other():
    try:
        await asyncio.sleep(10)
    finally:
        print("other is cancelled")


async def main():
    asyncio.create_task(other())
    await asyncio.sleep(1)
    await deep(2)


asyncio.run(main())
print("never reached")
