# exit: 1
import asyncio


async def meet(barrier):
    await barrier.wait()


async def main():
    barrier, queue = asyncio.Barrier(3), asyncio.Queue(1)
    await queue.put("item")
    await asyncio.gather(meet(barrier), meet(barrier), queue.join(), queue.put("another"))


try:
    asyncio.run(main())
finally:
    print("not even this is said")
