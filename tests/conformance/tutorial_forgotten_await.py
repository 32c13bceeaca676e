# The two classic mistakes: a coroutine that is never awaited, and blocking code in a coroutine.
import asyncio
import time


async def save(name):
    await asyncio.sleep(1)
    print("saved", name)


async def blocking_save(name):
    time.sleep(1)
    print("saved (and blocked everybody)", name)


async def main():
    save("lost.txt")
    await save("kept.txt")
    start = time.perf_counter()
    await asyncio.gather(blocking_save("a"), blocking_save("b"), save("c"))
    print(f"{time.perf_counter() - start:.0f} seconds for three 'parallel' saves")


asyncio.run(main())
