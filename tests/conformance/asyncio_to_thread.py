import asyncio
import time


def blocking(name, seconds):
    time.sleep(seconds)
    print(name, "done")
    return name.upper()


async def ticker():
    for n in range(4):
        print("tick", n)
        await asyncio.sleep(0.5)


async def main():
    print(await asyncio.gather(asyncio.to_thread(blocking, "a", 2), asyncio.to_thread(blocking, "b", seconds=1), ticker()))


asyncio.run(main())
