# Timers that are due together are put on the ready queue in one pass.
import asyncio


async def wake(name, *naps):
    for nap in naps:
        await asyncio.sleep(nap)
    print(name)


async def main():
    await asyncio.gather(wake("a", 1), wake("b", 0.5, 0.5), wake("c", 1), wake("d", 0.25, 0.75), wake("e", 1, 0), wake("f", 0, 1))


asyncio.run(main())
