import asyncio


async def main():
    semaphore = asyncio.BoundedSemaphore(2)
    print(isinstance(semaphore, asyncio.Semaphore), semaphore.locked())
    async with semaphore, semaphore:
        print(semaphore.locked())
        waiter = asyncio.create_task(semaphore.acquire())
        await asyncio.sleep(0)
        waiter.cancel()
        print((await asyncio.gather(waiter, return_exceptions=True))[0])
    try:
        semaphore.release()
    except ValueError as error:
        print(error)
    plain = asyncio.Semaphore(value=0)
    plain.release()
    print(await plain.acquire(), plain.locked())
    for make in (lambda: asyncio.BoundedSemaphore(-1), lambda: asyncio.Semaphore(1, 2)):
        try:
            make()
        except (TypeError, ValueError) as error:
            print(error)


asyncio.run(main())
