import asyncio
import functools
import time


async def coroutine_function():
    pass


def plain():
    pass


async def generator_function():
    yield


class Methods:
    async def method(self):
        pass

    @staticmethod
    async def static():
        pass

    @classmethod
    async def of_class(cls):
        pass

    async def __call__(self):
        pass


async def main():
    things = [coroutine_function, plain, generator_function, Methods().method, Methods.static, Methods.of_class, Methods(),
              lambda: 1, asyncio.sleep, asyncio.gather, asyncio.wait, asyncio.wait_for, functools.partial(coroutine_function), time.sleep]
    print([asyncio.iscoroutinefunction(thing) for thing in things])
    coro, agen = coroutine_function(), generator_function()
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(asyncio.sleep(0))
    things = [coro, agen, future, task, coroutine_function, asyncio.Event(), None]
    print([asyncio.iscoroutine(thing) for thing in things])
    print([asyncio.isfuture(thing) for thing in things])
    await coro
    await task


asyncio.run(main())
