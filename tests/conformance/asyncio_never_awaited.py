# Coroutines that nobody awaits, asyncio's own among them, and the lines that are to blame.
import asyncio


async def work():
    pass


async def numbers():
    yield 1


async def unwound():
    try:
        asyncio.gather(missing, [work(), 1 / 0])
    except (NameError, ZeroDivisionError) as error:
        print(repr(error))


async def main():
    asyncio.sleep(1)
    work()
    lock = asyncio.Lock()
    lock.acquire()
    waiting = asyncio.wait_for(work(), 1)
    del waiting
    await unwound()
    generator = numbers()
    generator.asend(None)
    generator.aclose()
    for _ in range(2):
        work()


missing = None
asyncio.run(main())
try:
    asyncio.create_task(work())
except RuntimeError as error:
    print(error)
    print("it is held until here")
