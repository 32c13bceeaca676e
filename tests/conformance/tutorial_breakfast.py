# Making breakfast: what can go on at the same time, and what cannot.
import asyncio
import time


def clock():
    return f"{time.perf_counter():4.1f}"


async def boil_water():
    print(clock(), "kettle on")
    await asyncio.sleep(3)
    print(clock(), "water boils")


async def toast(slices):
    print(clock(), "toast in")
    await asyncio.sleep(2)
    print(clock(), f"{slices} slices ready")
    time.sleep(0.5)  # spreading butter takes both hands
    print(clock(), "buttered")


async def tea():
    await boil_water()
    print(clock(), "tea poured")
    await asyncio.sleep(4)
    return "tea"


async def main():
    toasting = asyncio.create_task(toast(2))
    drink = await tea()
    await toasting
    print(clock(), drink, "and toast are served")


asyncio.run(main())
