import asyncio


async def numbers(name):
    try:
        yield 1
    finally:
        print("closed", name)


async def work(name):
    generator = numbers(name)
    await anext(generator)
    try:
        await asyncio.sleep(9)
    finally:
        await asyncio.sleep(0.1)


async def main():
    tasks = [asyncio.create_task(work(name)) for name in "ab"]
    await asyncio.sleep(0)


asyncio.run(main())
