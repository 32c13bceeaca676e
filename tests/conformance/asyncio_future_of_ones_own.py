import asyncio


class Promise(asyncio.Future):
    def __init__(self, label, *, loop=None):
        super().__init__(loop=loop)
        self.label = label

    def resolve(self, value):
        self.set_result((self.label, value))


def told(promise):
    print("told", type(promise).__name__, promise.label, promise.result())


async def main():
    promise = Promise("first")
    print(promise.done(), isinstance(promise, asyncio.Future), asyncio.isfuture(promise), asyncio.ensure_future(promise) is promise)
    print(promise)
    promise.add_done_callback(told)
    asyncio.get_running_loop().call_later(1, promise.resolve, 5)
    print(await promise)
    second, third = Promise("second"), Promise("third")
    asyncio.get_running_loop().call_later(1, second.resolve, 6)
    done, pending = await asyncio.wait([second, third], return_when=asyncio.FIRST_COMPLETED)
    print([one.label for one in done], [one is third for one in pending], second in done)
    print(third.cancel("no need"), third.cancelled())
    print(await asyncio.gather(promise, second, third, return_exceptions=True))
    try:
        await asyncio.wait_for(Promise("never"), 1)
    except TimeoutError:
        print("never")


asyncio.run(main())
