import asyncio


async def main():
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    plain = asyncio.Semaphore(1)
    plain.release()
    print(await plain.acquire(), await plain.acquire(), plain.locked())
    for kind in (asyncio.Semaphore, asyncio.BoundedSemaphore):
        try:
            kind(-1)
        except ValueError as error:
            print(error)


asyncio.run(main())
