# The first failure is told at once; the siblings go on.
import asyncio


async def work(name, seconds, fail=False):
    await asyncio.sleep(seconds)
    if fail:
        raise ValueError(name)
    print(name, "finished")
    return name


async def main():
    try:
        await asyncio.gather(work("a", 1), work("b", 2, fail=True), work("c", 3))
    except ValueError as error:
        print("gather raised", error)
    await asyncio.sleep(2)


asyncio.run(main())
