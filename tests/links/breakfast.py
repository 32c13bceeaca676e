# title: Breakfast
import asyncio


async def brew(drink, seconds):
    print(f"{drink}: brewing")
    await asyncio.sleep(seconds)
    print(f"{drink}: ready after {seconds} s")
    return drink


async def toast(slices):
    await asyncio.sleep(0.5)
    print("toast: flip")
    await asyncio.sleep(1)
    return f"{slices} slices of toast"


async def main():
    breakfast = await asyncio.gather(
        brew("coffee", 2),
        brew("tea", 1),
        toast(2),
    )
    print("breakfast:", breakfast)


asyncio.run(main())
