# A permit that was given to a waiter is not to be snatched by a newcomer.
import asyncio


async def taker(name, semaphore):
    await semaphore.acquire()
    print(name, "took a permit")


async def main():
    semaphore = asyncio.Semaphore(0)
    waiting = asyncio.create_task(taker("waiter", semaphore))
    await asyncio.sleep(1)
    semaphore.release()
    print("locked for newcomers", semaphore.locked())
    newcomer = asyncio.create_task(taker("newcomer", semaphore))
    await asyncio.sleep(1)
    print(waiting.done(), newcomer.done())
    semaphore.release()
    await newcomer


asyncio.run(main())
