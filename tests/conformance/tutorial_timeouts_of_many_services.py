import asyncio


async def ask(service, seconds):
    await asyncio.sleep(seconds)
    return f"{service}: fine"


async def check(service, seconds, limit):
    try:
        return await asyncio.wait_for(ask(service, seconds), timeout=limit)
    except asyncio.TimeoutError:
        return f"{service}: no answer within {limit}s"


async def main():
    services = {"database": 0.3, "cache": 0.05, "search": 5, "mail": 2}
    report = await asyncio.gather(*(check(name, seconds, 1) for name, seconds in services.items()))
    print("\n".join(report))
    print("checked in", asyncio.get_running_loop().time(), "seconds")


asyncio.run(main())
