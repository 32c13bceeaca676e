# A queue belongs to the loop in which somebody first waited for it, and says so with all that it holds.
import asyncio

queues = [asyncio.Queue(1), asyncio.LifoQueue(2), asyncio.PriorityQueue(1)]


async def wait_once():
    for queue in queues:
        while not queue.full():
            queue.put_nowait("item")
        try:
            async with asyncio.timeout(0.1):
                await queue.put("more")
        except TimeoutError:
            pass


async def main():
    for queue in queues:
        try:
            await queue.put("more")
        except RuntimeError as error:
            print(str(error).split(" at ")[0], str(error).split(" maxsize")[1])


asyncio.run(wait_once())
asyncio.run(main())
