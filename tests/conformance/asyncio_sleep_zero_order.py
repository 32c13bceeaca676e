# sleep(0) lets everybody who is ready have a turn.
import asyncio


async def worker(name, turns):
    for turn in range(turns):
        print(name, turn)
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(worker("a", 3), worker("b", 1), worker("c", 2))
    print("main")


asyncio.run(main())
