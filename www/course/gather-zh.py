import asyncio

async def brew(drink, seconds):
    await asyncio.sleep(seconds)
    print(drink, "好了")

async def main():
    await asyncio.gather(
        brew("茶", 2),
        brew("咖啡", 3),
    )

asyncio.run(main())
