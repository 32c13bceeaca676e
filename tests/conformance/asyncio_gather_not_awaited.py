# Children run even if nobody awaits the gather; what is left at the end is cancelled.
import asyncio


async def step(name, seconds):
    print(name, "starts")
    await asyncio.sleep(seconds)
    print(name, "ends")


async def main():
    asyncio.gather(step("short", 1), step("long", 5))
    await asyncio.sleep(2)
    print("main ends")


asyncio.run(main())
