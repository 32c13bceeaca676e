# exit: 1
import asyncio


class Later:
    def __init__(self, coroutine):
        self.coroutine = coroutine

    def __await__(self):
        return self.coroutine.__await__()


async def job():
    await asyncio.sleep(1)


async def main():
    try:
        await asyncio.gather(0, Later(job()))
    except TypeError as error:
        print(error)
    print("caught")
    await asyncio.gather(0, Later(job()))


asyncio.run(main())
