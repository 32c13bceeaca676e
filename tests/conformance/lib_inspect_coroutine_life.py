import asyncio
import inspect


async def child():
    await asyncio.sleep(1)
    return "child"


async def parent():
    return await child()


async def ticker():
    for n in range(2):
        yield n
        await asyncio.sleep(0)


def gen():
    received = yield 1
    print("received", received)


async def main():
    coro = parent()
    print(inspect.getcoroutinestate(coro), coro.cr_await, inspect.iscoroutine(coro), inspect.isawaitable(coro))
    task = asyncio.create_task(coro)
    await asyncio.sleep(0.5)
    print(inspect.getcoroutinestate(coro), coro.cr_await.__name__, inspect.isawaitable(task), inspect.iscoroutine(task))
    print(await task, inspect.getcoroutinestate(coro), coro.cr_frame)
    agen = ticker()
    print(inspect.isasyncgen(agen), inspect.isasyncgenfunction(ticker), inspect.iscoroutinefunction(ticker))
    print([n async for n in ticker()])
    future = asyncio.get_running_loop().create_future()
    print(inspect.isawaitable(future), inspect.isawaitable(3), inspect.iscoroutinefunction(main), asyncio.iscoroutinefunction(parent))
    future.cancel()


asyncio.run(main())
g = gen()
print(inspect.getgeneratorstate(g), inspect.isgenerator(g), inspect.isgeneratorfunction(gen))
next(g)
print(inspect.getgeneratorstate(g))
try:
    g.send("hello")
except StopIteration:
    print(inspect.getgeneratorstate(g), g.gi_frame)
unused = child()
print(inspect.getcoroutinestate(unused))
unused.close()
print(inspect.getcoroutinestate(unused))
