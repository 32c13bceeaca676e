import asyncio
import functools


def single_flight(function):
    flights = {}

    @functools.wraps(function)
    async def wrapper(key):
        if key not in flights:
            flights[key] = asyncio.ensure_future(function(key))
            flights[key].add_done_callback(lambda _: flights.pop(key))
        return await asyncio.shield(flights[key])

    wrapper.flights = flights
    return wrapper


def async_cache(function):
    memory = {}

    @functools.wraps(function)
    async def wrapper(*args):
        if args not in memory:
            memory[args] = await function(*args)
        return memory[args]

    wrapper.cache_clear = memory.clear
    return wrapper


@single_flight
async def load(key):
    print("loading", key)
    await asyncio.sleep(1)
    if key == "bad":
        raise KeyError(key)
    return key * 2


@async_cache
async def square(n):
    print("computing", n)
    await asyncio.sleep(0.1)
    return n * n


async def main():
    print(await asyncio.gather(load("a"), load("a"), load("b")), load.flights)
    impatient = asyncio.create_task(load("c"))
    patient = asyncio.create_task(load("c"))
    await asyncio.sleep(0.5)
    impatient.cancel()
    print(await asyncio.gather(impatient, patient, return_exceptions=True))
    print(await asyncio.gather(load("bad"), load("bad"), return_exceptions=True))
    print([await square(n) for n in (2, 3, 2)], load.__name__, square.__name__)
    square.cache_clear()
    print(await square(2))


asyncio.run(main())
