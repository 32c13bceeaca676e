import asyncio


async def work(n):
    await asyncio.sleep(n)
    if n % 2:
        raise RuntimeError(f"odd {n}")
    return n


async def main():
    results = await asyncio.gather(*map(work, range(4)), return_exceptions=True)
    for result in results:
        print("error" if isinstance(result, Exception) else "value", repr(result))


asyncio.run(main())
