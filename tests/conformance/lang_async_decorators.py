import asyncio
import functools


def retry(times):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return await function(*args, **kwargs)
                except ConnectionError as error:
                    print(f"attempt {attempt} of {function.__name__}: {error}")
                    await asyncio.sleep(2**attempt)
            raise TimeoutError(f"gave up after {times}")
        return wrapper
    return decorate


calls = 0


@retry(times=3)
async def flaky(needed):
    global calls
    calls += 1
    if calls < needed:
        raise ConnectionError(f"call {calls}")
    return f"worked at call {calls}"


async def main():
    print(await flaky(3), asyncio.get_running_loop().time())
    try:
        await flaky(100)
    except TimeoutError as error:
        print(error)


asyncio.run(main())
