import asyncio
import inspect


def numbers():
    yield 1


async def nap():
    await asyncio.sleep(0)


async def ticks():
    yield 1


g = numbers()
print(inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g), list(g), inspect.getgeneratorstate(g))
coro = nap()
print(inspect.getcoroutinestate(coro), inspect.iscoroutine(coro), inspect.isawaitable(coro), inspect.isawaitable(g))
coro.send(None)
print(inspect.getcoroutinestate(coro))
coro.close()
print(inspect.getcoroutinestate(coro))
print(inspect.iscoroutinefunction(nap), inspect.isgeneratorfunction(numbers), inspect.isasyncgenfunction(ticks), inspect.isasyncgen(ticks()), inspect.isfunction(nap))
