# seed: 11
import asyncio
import random


class ServiceUnavailable(Exception):
    pass


async def unreliable():
    await asyncio.sleep(0.2)
    if random.random() < 0.7:
        raise ServiceUnavailable("503")
    return {"status": "ok"}


async def with_retry(call, attempts=6, base=0.5, cap=4):
    for attempt in range(attempts):
        try:
            return await call()
        except ServiceUnavailable as error:
            delay = min(cap, base * 2**attempt) * random.uniform(0.5, 1.5)
            print(f"attempt {attempt + 1} failed with {error}, waiting {delay:.2f}s")
            await asyncio.sleep(delay)
    raise ServiceUnavailable(f"still down after {attempts} attempts")


async def main():
    results = await asyncio.gather(*(with_retry(unreliable, attempts=3) for _ in range(3)), return_exceptions=True)
    for number, result in enumerate(results, 1):
        print(number, result if isinstance(result, dict) else f"gave up: {result}")


asyncio.run(main())
