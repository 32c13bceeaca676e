import asyncio


async def mine():
    pass


async def main():
    asyncio.sleep(1)
    mine()
    asyncio.Queue().get()
    asyncio.Lock().acquire()
    asyncio.wait_for(asyncio.Event().wait(), 1)
    kept = asyncio.Condition().wait()
    print("nothing was waited for")
    kept = None
    print(kept)


asyncio.run(main())
