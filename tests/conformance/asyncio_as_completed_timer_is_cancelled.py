# exit: 1
# Once all are done, the timer of the timeout is cancelled: what waits for ever is stuck at once, not when the
# time is up.
import asyncio


async def quick(name):
    await asyncio.sleep(0)
    return name


async def main():
    for next_one in asyncio.as_completed([quick("a"), quick("b"), quick("c")], timeout=0.3):
        print(await next_one)
    await asyncio.get_running_loop().create_future()


asyncio.run(main())
