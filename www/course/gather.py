import asyncio

async def brew(drink, seconds):
    await asyncio.sleep(seconds)
    print(drink, "is ready")

async def main():
    await asyncio.gather(
        brew("tea", 2),
        brew("coffee", 3),
    )

asyncio.run(main())
