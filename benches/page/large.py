import asyncio


async def worker(number):
    for lap in range(14):
        await asyncio.sleep(0.01 * (number % 7 + 1) + number / 100000)
    return number


async def main():
    await asyncio.gather(*(worker(number) for number in range(1000)))


asyncio.run(main())
