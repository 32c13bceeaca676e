import asyncio
import types


class Delay:
    def __init__(self, secs, value=None):
        self.secs, self.value = secs, value

    def __await__(self):
        yield from asyncio.sleep(self.secs).__await__()
        return self.value


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n <= 0:
            raise StopAsyncIteration
        self.n -= 1
        await Delay(0.1)
        return self.n + 1


class AsyncProperty:
    def __init__(self, fn):
        self.fn = fn

    def __get__(self, obj, cls):
        return self.fn(obj)


class AsyncInit:
    def __await__(self):
        async def init():
            await asyncio.sleep(0.2)
            self.ready = True
            return self
        return init().__await__()

    @AsyncProperty
    async def data(self):
        await asyncio.sleep(0.1)
        return {"ready": self.ready}


@types.coroutine
def switch():
    x = yield
    return x


async def agen():
    try:
        for i in range(10):
            got = yield i
            if got:
                print("got", got)
    finally:
        print("agen closed")


async def main():
    print(await Delay(0.5, "v"))
    print([x async for x in Countdown(3)], {x: x * x async for x in Countdown(2)})
    obj = await AsyncInit()
    print(await obj.data)
    print(await switch())
    g = agen()
    print(await anext(g), await g.asend("hi"), await anext(g))
    await g.aclose()
    print(await anext(g, "default"))
    it = aiter(Countdown(1))
    print(await anext(it))
    try:
        await anext(it)
    except StopAsyncIteration:
        print("exhausted")
    try:
        await 5
    except TypeError as e:
        print(e)
    try:
        async for _ in [1]:
            pass
    except TypeError as e:
        print(e)
    try:
        async with Delay(1):
            pass
    except TypeError as e:
        print(e)



asyncio.run(main())
